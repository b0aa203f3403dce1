using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Local.Hosting;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>A browser at the coordinator's desk, as far as a person without script has one.</summary>
internal sealed class Desk(LocalHost host)
{
    public Desk(CoordinatorHost coordinator)
        : this(coordinator.Host)
    {
    }

    /// <summary>The session's cookie; null for none.</summary>
    public string? Session { get; set; }

    /// <summary>Path of a fresh link for signing in, from the mail.</summary>
    public async Task<string> LinkAsync(string email)
    {
        await SubmitAsync((await GetAsync("/coordinator/sign-in")).Page, ("email", email));
        await host.DrainAsync();
        var mail = host.Mailbox.Read(email).Last(received => received.Mail.Template == "coordinator-sign-in");
        return new Uri(mail.Links.Single(address => address.Contains("/coordinator/sign-in/", StringComparison.Ordinal))).AbsolutePath;
    }

    public async Task SignInAsync(string email)
    {
        var entered = await SubmitAsync((await GetAsync(await LinkAsync(email))).Page);
        Session = entered.Answer.Headers.GetValues("Set-Cookie").Single().Split('=', 2)[1].Split(';')[0];
    }

    public async Task<(HttpStatusCode Status, IHtmlDocument Page, HttpResponseMessage Answer)> GetAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        return await ReadAsync(await host.Client.SendAsync(request));
    }

    /// <summary>Fills the form of a page that posts, and sends it with its hidden fields.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page, HttpResponseMessage Answer)> SubmitAsync(IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked)
            .Where(input => typed.All(field => field.Name != input.Name)).Select(input => (input.Name!, input.Value)).Concat(typed);
        return await PostAsync(form.GetAttribute("action")!, [.. fields]);
    }

    public async Task<(HttpStatusCode Status, IHtmlDocument Page, HttpResponseMessage Answer)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await host.Client.SendAsync(request));
    }

    /// <summary>Through a page's form, its last word, and what is shown then.</summary>
    public async Task<IHtmlDocument> DoAsync(string path, params (string Name, string Value)[] typed)
    {
        var asked = await SubmitAsync((await GetAsync(path)).Page, typed);
        if (asked.Status == HttpStatusCode.OK)
            asked = await SubmitAsync(asked.Page);
        Assert.True(asked.Status == HttpStatusCode.SeeOther, Rendered.Words(asked.Page));
        await host.DrainAsync();
        return (await GetAsync(asked.Answer.Headers.Location!.OriginalString)).Page;
    }

    public async Task<IHtmlDocument> UploadAsync(string path, string csv)
    {
        var token = (await GetAsync(path)).Page.QuerySelector("main form input[name=desk]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "desk" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "people.csv" } };
        using var request = Request(HttpMethod.Post, path);
        request.Content = form;
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (await GetAsync(answer.Headers.Location!.OriginalString)).Page;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");
        if (Session is not null)
            request.Headers.Add("Cookie", $"{DeskCookie.Name}={Session}");
        return request;
    }

    private async Task<(HttpStatusCode Status, IHtmlDocument Page, HttpResponseMessage Answer)> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Empty(host.Faults);
        return (answer.StatusCode, Rendered.Parse(await answer.Content.ReadAsStringAsync()), answer);
    }
}
