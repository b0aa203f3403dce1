using System.Net.Http.Json;
using System.Text.Json;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Local.Storage;
using Mentoring.Tests.Registrations;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>The scheme's own functions on a local host in virtual time, from the first of September, as a coordinator's programs see them.</summary>
internal sealed class CoordinatorHost : IAsyncDisposable
{
    public const string Round = "autumn";
    public const string Rounds = "/api/coordinator/rounds";

    private readonly TestFolder _folder = new();
    private LocalHost? _host;

    public LocalHost Host => _host!;

    /// <summary>With one round, which is open.</summary>
    /// <param name="openDesk">Whether whoever sits at the machine need not sign in.</param>
    /// <param name="services">Put in place of the scheme's own.</param>
    public static async Task<CoordinatorHost> StartAsync(bool openDesk = true, Action<IServiceCollection>? services = null)
    {
        var started = new CoordinatorHost();
        var scheme = started._folder.File("scheme.json");
        await File.WriteAllTextAsync(scheme, TestScheme.Json.Replace("""{ "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" }""", "", StringComparison.Ordinal));
        Directory.CreateDirectory(started._folder.File("documents"));
        foreach (var document in TestScheme.Small.Documents)
            await File.WriteAllTextAsync(started._folder.File(document.File), $"# {document.Title}\n");
        started._host = await SchemeHost.StartAsync(new SchemeHostOptions
        {
            SchemeFile = scheme,
            DataFolder = started._folder.File("data"),
            Start = new DateTimeOffset(2024, 9, 5, 8, 0, 0, TimeSpan.Zero),
            Durability = Durability.Process,
            Seed = 1,
            ConfigureServices = all =>
            {
                all.AddSingleton(new DeskAccess(openDesk));
                services?.Invoke(all);
            },
        });
        await started.PostAsync(Rounds, new { id = Round, opens = "2024-09-04T09:00", deadline = "2024-09-30T12:00" }, 201);
        return started;
    }

    /// <returns>Id of the registration.</returns>
    public async Task<string> RegisterAsync(FormFields fields)
    {
        using var form = new FormUrlEncodedContent(fields.Names.SelectMany(name => fields[name].Select(value => KeyValuePair.Create(name, value))));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/registrations") { Content = form };
        request.Headers.Add("Accept", "application/json");
        using var response = await Host.Client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 201, answer);
        return JsonDocument.Parse(answer).RootElement.GetProperty("registrationId").GetString()!;
    }

    public Task<string> MentorAsync(string name, string institution, params string[] offers) =>
        RegisterAsync(ValidFields.Mentor(name).With("capacity", "1").With("offers", offers).With("institution", institution).Without("sameInstitution"));

    public Task<string> MenteeAsync(string name, string institution, params string[] seeks) =>
        RegisterAsync(ValidFields.Mentee(name).With("seeks", seeks).With("institution", institution).Without("sameInstitution"));

    /// <summary>Moves past the deadline, until everything that follows from it is done.</summary>
    public Task RunRoundAsync() => Host.AdvanceToAsync(new DateTimeOffset(2024, 9, 30, 11, 10, 0, TimeSpan.Zero));

    public async Task<JsonElement> GetAsync(string path, int status = 200)
    {
        using var response = await Host.Client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response, status);
    }

    public async Task<JsonElement> PostAsync(string path, object body, int status = 200)
    {
        using var response = await Host.Client.PostAsJsonAsync(path, body);
        return await ReadAsync(response, status);
    }

    public async Task<JsonElement> PatchAsync(string path, object body, int status = 200)
    {
        using var response = await Host.Client.PatchAsJsonAsync(path, body);
        return await ReadAsync(response, status);
    }

    public async Task<JsonElement> FiguresAsync() => await GetAsync($"{Rounds}/{Round}");

    /// <summary>The one offer in this state.</summary>
    public async Task<JsonElement> OfferAsync(string state) => Assert.Single(
        (await GetAsync($"{Rounds}/{Round}/matches")).GetProperty("matches").EnumerateArray(), match => match.GetProperty("state").GetString() == state);

    /// <summary>Opens the newest link of a mail and posts to it.</summary>
    public async Task AnswerAsync(string to, string template, params (string Name, string Value)[] fields)
    {
        var mail = Host.Mailbox.Read(to).Last(received => received.Mail.Template == template);
        var link = mail.Links.First(address => address.Contains("/offers/", StringComparison.Ordinal));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Host.Client.PostAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative), form);
        Assert.Equal(303, (int)response.StatusCode);
        await Host.DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Empty(Host.Faults);
        return JsonDocument.Parse(text).RootElement;
    }
}
