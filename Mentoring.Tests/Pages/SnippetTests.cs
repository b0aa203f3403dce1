using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Pages;

/// <summary>The form that an association pastes into its own website.</summary>
public sealed class SnippetTests
{
    private readonly AngleSharp.Html.Dom.IHtmlDocument _form = Rendered.Parse(Rendered.Snippets.Render(new Samples().Scheme, Samples.Site));

    [Fact]
    public void It_is_a_plain_form_with_every_field_that_posts_to_us()
    {
        var form = Assert.Single(_form.QuerySelectorAll("form"));

        Assert.Equal(("post", "https://mentoring.example.org/api/registrations"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal(RegistrationFields.All.Order(StringComparer.Ordinal), form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).Distinct().Order(StringComparer.Ordinal));
        Assert.NotNull(form.QuerySelector("button[type=submit]"));
    }

    [Fact]
    public void Every_address_in_it_leads_to_us_and_the_script_is_the_last_thing_in_it()
    {
        Assert.All(_form.QuerySelectorAll("[href],[src],[action]"), element =>
            Assert.StartsWith("https://mentoring.example.org/", element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action"), StringComparison.Ordinal));
        Assert.Equal("https://mentoring.example.org/form.js", Assert.Single(_form.QuerySelectorAll("script")).GetAttribute("src"));
        Assert.EndsWith("</script>\n", Rendered.Snippets.Render(new Samples().Scheme, Samples.Site), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_ids_are_its_own_whatever_stands_on_the_page_around_it()
    {
        string[] ids = [.. _form.QuerySelectorAll("[id]").Select(element => element.Id!)];

        Assert.All(ids, id => Assert.StartsWith("mentoring-", id, StringComparison.Ordinal));
        Assert.All(_form.QuerySelectorAll("label").Select(label => label.GetAttribute("for")!), id => Assert.Contains(id, ids));
        Assert.All(_form.QuerySelectorAll("[aria-describedby]").SelectMany(field => field.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void It_carries_no_submission_id_that_two_people_could_share() =>
        Assert.Equal("", _form.QuerySelector("input[name=submissionId]")!.GetAttribute("value"));
}
