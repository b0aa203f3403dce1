using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Http;

/// <summary>A form that came back because something in it was wrong: a summary at the top that leads to each field, the error at the field itself, and everything as it was typed.</summary>
internal static class FaultyPage
{
    /// <param name="what">Said where it does not hold.</param>
    /// <param name="typed">What was posted.</param>
    /// <param name="errors">Field → sentences, as programs are told; null where they are told nothing.</param>
    public static void Holds(string what, string html, IReadOnlyList<(string Field, string Value)> typed, JsonElement? errors = null)
    {
        var page = Rendered.Parse(html);
        Assert.True(page.Title!.StartsWith("Error: ", StringComparison.Ordinal), $"{what}: titled {page.Title}");
        var summary = page.QuerySelector("main")!.FirstElementChild!;
        Assert.True(summary is { Id: "error-summary" } && summary.GetAttribute("role") == "alert", $"{what}: the summary does not come first");
        var links = summary.QuerySelectorAll("a").ToLookup(link => link.GetAttribute("href")!.TrimStart('#'), link => Rendered.Spaced(link.TextContent));
        foreach (var link in links)
            LeadsToItsField(what, page, link.Key, [.. link]);

        foreach (var error in errors?.EnumerateObject() ?? [])
        {
            foreach (var sentence in error.Value.EnumerateArray().Select(sentence => Rendered.Spaced(sentence.GetString()!)))
            {
                Assert.True(Rendered.Spaced(summary.TextContent).Contains(sentence, StringComparison.Ordinal), $"{what}: the summary lacks “{sentence}”");
                Assert.True(links[error.Name].Contains(sentence) || !Asks(page, error.Name), $"{what}: no link leads to {error.Name}");
            }
        }

        Assert.True(links.Count > 0 || errors is not null, $"{what}: the summary leads nowhere");
        foreach (var field in typed.GroupBy(one => one.Field, one => one.Value).Where(field => Asks(page, field.Key)))
            IsKept(what, page, field.Key, [.. field]);
    }

    private static void LeadsToItsField(string what, IHtmlDocument page, string field, IReadOnlyList<string> sentences)
    {
        Assert.True(page.GetElementById(field) is not null, $"{what}: #{field} leads nowhere");
        var error = page.GetElementById(field + "-error");
        Assert.True(error is not null, $"{what}: {field} has no error beside it");
        Assert.All(sentences, sentence => Assert.Contains(sentence, Rendered.Spaced(error!.TextContent), StringComparison.Ordinal));
        Assert.True(page.QuerySelectorAll("[aria-describedby]").Any(control => control.GetAttribute("aria-describedby")!.Split(' ').Contains(error!.Id)), $"{what}: nothing is described by the error of {field}");
    }

    private static bool Asks(IHtmlDocument page, string field) => Controls(page, field).Any();

    private static IEnumerable<IElement> Controls(IHtmlDocument page, string field) =>
        page.QuerySelectorAll("main form [name]").Where(control => control.GetAttribute("name") == field && control.GetAttribute("type") is not ("hidden" or "submit" or "file") && control is not IHtmlButtonElement);

    /// <summary>As far as a page can hold it: a choice that is none can't be kept, and neither can characters that no page may have.</summary>
    private static void IsKept(string what, IHtmlDocument page, string field, IReadOnlyList<string> values)
    {
        var kept = Controls(page, field).Select(control => control switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
            IHtmlInputElement input => input.GetAttribute("value") ?? "",
            IHtmlTextAreaElement area => area.TextContent,
            IHtmlSelectElement select => select.Value,
            _ => null,
        }).OfType<string>().Select(Plain).ToList();
        var offered = Controls(page, field).SelectMany(control => control switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } box => [box.Value],
            IHtmlSelectElement select => select.Options.Select(option => option.Value),
            _ => Enumerable.Empty<string>(),
        }).ToHashSet(StringComparer.Ordinal);
        foreach (var value in values.Where(value => offered.Count == 0 || offered.Contains(value)).Where(value => Plain(value).Length > 0))
            Assert.True(kept.Contains(Plain(value)), $"{what}: {field} does not hold “{value}” any more, but “{string.Join("”, “", kept)}”");
    }

    private static string Plain(string value) => string.Concat(value.Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFD' or '…')));
}
