using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Browser;

/// <summary>No page is forgotten: what the interface's description calls a page is on the list that the browser goes through.</summary>
[Collection(InABrowser.Name)]
public sealed class PageListTests(OpenScheme open)
{
    [Fact]
    public void Every_page_that_is_described_is_looked_at_or_says_why_not()
    {
        var shown = All().ToList();
        var missing = Described().Where(page => !PageList.Elsewhere.ContainsKey(page.Operation) && !shown.Any(one => Fits(page, one))).Select(page => $"{page.Verb} {page.Path} ({page.Operation})");

        Assert.Empty(missing);
    }

    [Fact]
    public void Nothing_is_excused_that_is_looked_at_or_is_no_page()
    {
        var shown = All().ToList();

        Assert.All(PageList.Elsewhere.Keys, excused => Assert.Contains(Described(), page => page.Operation == excused && !shown.Any(one => Fits(page, one))));
    }

    [Fact]
    public void No_two_pages_have_their_pictures_under_one_name() =>
        Assert.Empty(All().GroupBy(page => page.Name).Where(pages => pages.Count() > 1).Select(pages => pages.Key));

    private IEnumerable<ShownPage> All() =>
        [.. PageList.Participants(open.Scheme), .. PageList.Machine(open.Scheme), .. PageList.FurtherParticipants(open.Busy), .. PageList.Desk(open.Busy), .. PageList.Actions(open.Busy)];

    private static bool Fits((string Operation, string Verb, string Path) page, ShownPage shown) => page.Verb == (shown.Post is null ? "get" : "post")
        && Regex.IsMatch((shown.Post ?? shown.Path).Split('?')[0], "^" + Regex.Replace(Regex.Escape(page.Path).Replace("}", "\\}", StringComparison.Ordinal), @"\\\{[^}]+\\\}", "[^/]+") + "$");

    private static IEnumerable<(string Operation, string Verb, string Path)> Described() =>
        from path in JsonDocument.Parse(Repository.Read("Mentoring.Functions/openapi.json")).RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name is "get" or "post" && operation.Value.GetProperty("responses").EnumerateObject().Any(answer => answer.Value.TryGetProperty("content", out var content) && content.TryGetProperty("text/html", out _))
        select (operation.Value.GetProperty("operationId").GetString()!, operation.Name, path.Name);
}
