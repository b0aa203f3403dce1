using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Journeys;

/// <summary>What people do.</summary>
internal sealed partial class Journey
{
    /// <summary>Registers a person by the public form; answers with their address.</summary>
    public async Task<string> RegisterAsync(FormFields form)
    {
        var reply = await SubmitAsync(form);
        Assert.True(reply.Status == HttpStatusCode.Created, $"{reply.Status}: {reply.Body}");
        return form.First("email")!;
    }

    /// <summary>Sends the registration form as a program would; a submission id is made up where the form has none.</summary>
    public Task<Reply> SubmitAsync(FormFields form) =>
        PostAsync("/api/registrations", Pairs(form.First("submissionId") is null ? form.With("submissionId", NextSubmission()) : form), json: true);

    public async Task AcceptAsync(string mentee, string template = "offer") =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(LinkTo(mentee, template, "/offers/"), ("answer", "accept"))).Status);

    public async Task DeclineAsync(string mentee, string? reason = null) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(LinkTo(mentee, "offer", "/offers/"), ("answer", "decline"), ("reason", reason ?? ""))).Status);

    /// <summary>Signs the agreement that this person's latest introduction leads to, with the name they registered.</summary>
    public async Task SignAsync(string email)
    {
        var mail = MailTo(email, "introduction");
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(LinkIn(mail, "/agreements/"), ("agree", "yes"), ("signature", mail.Mail.ToName))).Status);
    }

    public async Task SignBothAsync(string mentee, string mentor)
    {
        await SignAsync(mentee);
        await SignAsync(mentor);
    }

    /// <summary>Presses a button of one's own page: <c>withdraw</c>, <c>stay</c>, <c>leave</c>, <c>pause</c>, <c>rejoin</c>, <c>erase</c>.</summary>
    public Task<Reply> PressAsync(string email, string button, params (string Name, string Value)[] fields) =>
        PostAsync(OwnPageOf(email) + "/" + button, fields);

    /// <summary>Path of the person's own page, from their acknowledgement.</summary>
    public string OwnPageOf(string email) => LinkTo(email, "registration-received", "/registrations/");

    /// <summary>Posts a form as a browser does, and lets follow what follows.</summary>
    public Task<Reply> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), json: false);

    /// <summary>Posts a form as a program does, asking for JSON.</summary>
    public Task<Reply> PostForJsonAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), json: true);

    /// <summary>Sends JSON, as the coordinator's programs do.</summary>
    public async Task<Reply> SendJsonAsync(HttpMethod method, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public async Task<Reply> GetAsync(string path, bool json = false, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Accept.ParseAdd(json ? "application/json" : "text/html");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        var reply = await GetAsync(path, json: true);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{path} {reply.Status}: {reply.Body}");
        return reply.Json;
    }

    /// <summary>The coordinator's view of the round's matches.</summary>
    public async Task<IReadOnlyList<JsonElement>> MatchesAsync() =>
        [.. (await GetJsonAsync($"/api/coordinator/rounds/{Round}/matches")).GetProperty("matches").EnumerateArray()];

    /// <summary>The coordinator's figures of the round.</summary>
    public Task<JsonElement> FiguresAsync() => GetJsonAsync($"/api/coordinator/rounds/{Round}");

    /// <summary>Pairs two by hand, as the coordinator.</summary>
    public Task<Reply> MatchByHandAsync(string mentee, string mentor) =>
        SendJsonAsync(HttpMethod.Post, "/api/coordinator/pairs", new JsonObject { ["mentee"] = mentee, ["mentor"] = mentor });

    /// <summary>Number of the journal's last entry: unchanged means that nothing happened.</summary>
    public async Task<long> JournalAsync()
    {
        var last = 0L;
        await foreach (var entry in Host.Ledger.JournalAsync(Round, 0, CancellationToken.None))
            last = entry.Number;
        return last;
    }

    /// <summary>Codes of the journal's events, in order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync()
    {
        var events = new List<string>();
        await foreach (var entry in Host.Ledger.JournalAsync(Round, 0, CancellationToken.None))
            events.Add(entry.Draft.Event);
        return events;
    }

    private async Task<Reply> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, bool json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new FormUrlEncodedContent(fields);
        request.Headers.Accept.ParseAdd(json ? "application/json" : "text/html");
        return await SendAsync(request);
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Host.Client.SendAsync(request);
        var reply = new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
        Assert.True((int)reply.Status < 500, $"{request.Method} {request.RequestUri} {reply.Status}: {reply.Body}");
        await Host.DrainAsync();
        return reply;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(FormFields form) =>
        form.Names.SelectMany(name => form[name].Select(value => KeyValuePair.Create(name, value)));
}

/// <summary>An answer of the host.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, string? Location)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>Of a problem document.</summary>
    public string Code => Json.GetProperty("code").GetString()!;

    public override string ToString() => $"{Status} {Location}\n{Body}";
}
