using AngleSharp.Html.Dom;
using Mentoring.Tests.Browser;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Http;

/// <summary>Every form of participants, sent as people send it who have made a mistake; those of the desk are in <see cref="CoordinatorFormTests"/>.</summary>
public sealed class FormFaultTests(LivedInScheme scheme) : IClassFixture<LivedInScheme>
{
    [Fact]
    public Task Participants_forms_come_back_with_what_is_wrong_and_all_that_was_typed() => EachAsync(scheme.Journey, PageList.Participants(scheme));

    internal static async Task EachAsync(Journey journey, IEnumerable<ShownPage> pages)
    {
        var faulty = pages.Where(page => page.Name.EndsWith("-faults", StringComparison.Ordinal) && page.Post is not null).ToList();
        Assert.NotEmpty(faulty);
        foreach (var page in faulty)
        {
            var form = Rendered.Parse((await journey.GetAsync(page.Path)).Body).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(form => form.GetAttribute("action") == page.Post);
            var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>()
                .Where(input => input.Name is { Length: > 0 } name && (input.Type is not ("radio" or "checkbox") || input.IsChecked) && page.Fields.All(field => field.Name != name))
                .Select(input => (input.Name!, input.Value)).Concat(form.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Where(area => page.Fields.All(field => field.Name != area.Name)).Select(area => (area.Name!, area.Value)))
                .Concat(page.Fields).ToArray();
            var reply = form.Enctype == "multipart/form-data" ? await MultipartAsync(journey, page.Post!, fields) : await journey.PostAsync(page.Post!, fields);
            Assert.True((int)reply.Status == 422, $"{page.Name}: {reply}");
            FaultyPage.Holds(page.Name, reply.Body, page.Fields);
        }
    }

    /// <summary>As a browser does where no file was chosen.</summary>
    private static async Task<Reply> MultipartAsync(Journey journey, string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(field => field.Name != "file"))
            body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent([]), "file", "none.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await journey.Host.Client.SendAsync(request);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(), null);
    }
}
