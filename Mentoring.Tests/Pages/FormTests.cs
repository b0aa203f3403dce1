using AngleSharp.Html.Dom;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Registrations;

namespace Mentoring.Tests.Pages;

public sealed class FormTests
{
    private readonly Samples _samples = new();

    [Fact]
    public void A_wrong_form_says_so_in_its_title_and_at_the_top_with_a_link_to_each_field()
    {
        var page = Rendered.Document(_samples.RegistrationForm(_samples.Wrong([.. RegistrationFields.Content])));

        Assert.StartsWith("Error: Register", page.Title, StringComparison.Ordinal);
        var summary = page.QuerySelector("main")!.FirstElementChild!;
        Assert.Equal("There is a problem", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal(RegistrationFields.Content.Select(field => "#" + field), summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public void Each_error_stands_at_its_field_and_describes_it()
    {
        var page = Rendered.Document(_samples.RegistrationForm(_samples.Wrong("email", "role", "commitment")));

        Assert.Equal("email-hint email-error", page.GetElementById("email")!.GetAttribute("aria-describedby"));
        Assert.Equal("true", page.GetElementById("email")!.GetAttribute("aria-invalid"));
        Assert.Contains("Please check email", page.GetElementById("email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("role-error", page.GetElementById("role")!.Closest("fieldset")!.GetAttribute("aria-describedby"));
        Assert.Equal("commitment-error", page.GetElementById("commitment")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void A_page_says_in_its_title_that_something_was_not_done()
    {
        var action = _samples.Pages().OfType<DeskActionModel>().First() with { Form = FormState.Empty };

        Assert.StartsWith("Error: ", Rendered.Document(action with { Trouble = "The deadline has passed." }).Title, StringComparison.Ordinal);
        Assert.StartsWith(action.Title, Rendered.Document(action with { Trouble = null }).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_belongs_to_no_field_is_shown_too()
    {
        var page = Rendered.Document(_samples.RegistrationForm(_samples.Wrong("submissionId")));

        Assert.Contains("Please check submissionId", page.GetElementById("error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_typed_is_kept()
    {
        const string lines = "\n first line\r\nsecond <b>line</b>\n";
        var page = Rendered.Document(_samples.RegistrationForm(FormState.Of(
            ("name", "O'Neil \"Ann\""), ("biography", lines), ("role", "both"), ("membershipGrade", "gold"), ("capacity", "many"),
            ("offers", "career-planning"), ("offers", "leadership"), ("seeks", "wellbeing"), ("seeks", "an-area-that-is-gone"), ("seeks", ""), ("seeks", "leadership"),
            ("exclude", "a@example.org"), ("exclude", "b@example.org"), ("exclude", "c@example.org"), ("exclude", "d@example.org"),
            ("sameInstitution", "allow"), ("commitment", "yes"))));

        Assert.Equal("O'Neil \"Ann\"", Input(page, "name").Value);
        Assert.Equal(lines.ReplaceLineEndings("\n"), ((IHtmlTextAreaElement)page.GetElementById("biography")!).TextContent.ReplaceLineEndings("\n"));
        Assert.Equal("many", Input(page, "capacity").Value);
        Assert.Equal(["both"], Checked(page, "role"));
        Assert.Equal(["gold"], Checked(page, "membershipGrade"));
        Assert.Equal(["career-planning", "leadership"], Checked(page, "offers"));
        Assert.Equal(["wellbeing", "an-area-that-is-gone", "", "leadership"], page.QuerySelectorAll("select[name=seeks]").Cast<IHtmlSelectElement>().Select(list => list.Value));
        Assert.Equal(4, page.QuerySelectorAll("input[name=exclude]").Count(input => input.GetAttribute("value")!.Length > 0));
        Assert.Equal(["allow"], Checked(page, "sameInstitution"));
        Assert.True(Input(page, "commitment").IsChecked);
        Assert.False(Input(page, "privacy").IsChecked);
    }

    [Fact]
    public void The_form_sends_every_field_of_a_registration_under_its_published_name()
    {
        var page = Rendered.Document(_samples.RegistrationForm(FormState.Empty));

        var form = page.QuerySelector("form")!;
        Assert.Equal("/api/registrations", form.GetAttribute("action"));
        Assert.Equal(
            RegistrationFields.Content.Append("submissionId").Append("website").Order(),
            form.QuerySelectorAll("input,select,textarea").Select(control => control.GetAttribute("name")!).Distinct().Order());
        Assert.Equal("s-1", form.QuerySelector("[name=submissionId]")!.GetAttribute("value"));
        Assert.NotNull(Input(page, "website").Closest("[aria-hidden=true]"));
        Assert.Equal("-1", Input(page, "website").GetAttribute("tabindex"));
    }

    [Theory]
    [InlineData("name", "name")]
    [InlineData("email", "email")]
    [InlineData("institution", "organization")]
    [InlineData("jobTitle", "organization-title")]
    public void Browsers_can_fill_in_what_they_know(string field, string purpose) =>
        Assert.Equal(purpose, Rendered.Document(_samples.RegistrationForm(FormState.Empty)).GetElementById(field)!.GetAttribute("autocomplete"));

    [Fact]
    public void An_amendment_starts_from_what_is_registered_and_keeps_the_address()
    {
        var page = Rendered.Document(_samples.Registration(new RegistrationStanding.Received(Samples.Noon)));

        Assert.Equal("Ada Lovelace", Input(page, "name").Value);
        Assert.Equal("hidden", page.QuerySelector("input[name=email]")!.GetAttribute("type"));
        Assert.Equal("/registrations/token", page.QuerySelector("form[novalidate]")!.GetAttribute("action"));
    }

    [Theory]
    [InlineData(ReviewKind.Interim, Party.Mentor)]
    [InlineData(ReviewKind.Interim, Party.Mentee)]
    [InlineData(ReviewKind.Final, Party.Mentor)]
    [InlineData(ReviewKind.Final, Party.Mentee)]
    public void A_review_offers_exactly_the_answers_that_validation_allows(ReviewKind kind, Party party)
    {
        var page = Rendered.Document(_samples.Review(kind, party));

        foreach (var question in ReviewQuestions.For(kind, party, asksToContinue: true))
        {
            var controls = page.QuerySelectorAll($"[name={question.Code}]");
            Assert.NotEmpty(controls);
            if (question.Kind != ReviewQuestionKind.Words)
                Assert.Equal(question.Options.Select(option => option.Code), controls.Select(control => control.GetAttribute("value")!));
            Assert.All(question.Options, option => Assert.DoesNotContain(question.Code, Faulty(question.Code, option.Code)));
            if (question.Options.Count > 0)
                Assert.Contains(question.Code, Faulty(question.Code, "something-else"));
        }

        // Purposes are for who shares.
        IEnumerable<string> Faulty(string question, string answer) => ReviewAnswerForm.Read(
            new ReviewForm("pair", kind, 1, party, "person", AsksToContinue: true),
            new FormFields(question == ReviewQuestions.Purpose ? [new(ReviewQuestions.Share, "yes"), new(question, answer)] : [new(question, answer)])).Errors.Keys;
    }

    private static IHtmlInputElement Input(IHtmlDocument page, string id) => (IHtmlInputElement)page.GetElementById(id)!;

    private static IEnumerable<string> Checked(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"input[name={name}]").Cast<IHtmlInputElement>().Where(input => input.IsChecked).Select(input => input.Value);
}
