using System.Text.Json.Nodes;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Memberships;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Memberships;

/// <summary>Memberships on the local host in virtual time, asked for over HTTP with all policies, with no network at the end.</summary>
public abstract class MembershipJourney : IDisposable
{
    private static readonly DirectoryPatience Patience = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), Retries: 0, TimeSpan.FromMilliseconds(1), FailuresToBreak: int.MaxValue, TimeSpan.FromHours(1));

    internal FakeDirectory Directory { get; } = new();

    public void Dispose()
    {
        Directory.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<Journey> StartAsync(string? afterGrace = null, string? rounds = null, int graceDays = 30) => Journey.StartAsync(
        settings =>
        {
            if (afterGrace is not null)
                SchemeJson.Put(settings, "membership", $$"""{ "graceDays": {{graceDays}}, "afterGrace": "{{afterGrace}}" }""");
            if (rounds is not null)
                SchemeJson.Put(settings, "rounds", rounds);
        },
        services: services => Directory.AddTo(services, Patience));

    /// <summary>M-1 and M-2, in a partnership.</summary>
    private protected async Task<(string Mentee, string Mentor)> PairAsync(Journey journey, string mentee = "Tom Hughes")
    {
        Directory.With("M-1").With("M-2");
        var (first, mentor) = (await journey.RegisterAsync(Mentee(mentee, "M-1")), await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1)));
        await journey.CloseAsync();
        var offered = journey.Host.Mailbox.Read().Single(mail => mail.Mail.Template == "offer").Mail.To;
        await journey.AcceptAsync(offered);
        await journey.SignBothAsync(offered, mentor);
        return (first, mentor);
    }

    private protected static async Task<string> WordsAsync(Journey journey, string page) => Rendered.Words(Rendered.Parse((await journey.GetAsync(page)).Body));

    private protected static Task<Reply> ConfirmAsync(Journey journey, string id) =>
        journey.SendJsonAsync(HttpMethod.Post, $"/api/coordinator/memberships/{id}/confirm", new JsonObject());

    private protected static FormFields Mentee(string name, string number) => Cast.Mentee(name).With("membershipNumber", number);

    private protected static FormFields Mentor(string name, string number, int capacity) => Cast.Mentor(name, capacity).With("membershipNumber", number);

    private protected static async Task<IReadOnlyList<string>> AttentionAsync(Journey journey) =>
        [.. (await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray().Select(point => point.GetProperty("code").GetString()!)];
}
