using Mentoring.Functions.Shell;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Registrations;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Http;

/// <summary>A scheme where every page of the scheme is open at once: a round takes registrations, an offer, an agreement and a review wait for answers, a partnership runs.</summary>
public sealed class LivedInScheme : IAsyncLifetime
{
    private Journey? journey;

    internal Journey Journey => journey!;

    /// <summary>Where browsers reach it; 0 for no network.</summary>
    internal int Port { get; init; }

    /// <summary>Path of each open page, by its first part: <c>offers</c> → <c>/offers/…</c>.</summary>
    internal Dictionary<string, string> Pages { get; } = [];

    /// <summary>Path of the mentor's own page.</summary>
    internal string Mentor { get; private set; } = "";

    /// <summary>Id of somebody's registration.</summary>
    internal string Person { get; private set; } = "";

    /// <summary>Path of an offer that was accepted.</summary>
    internal string Accepted { get; private set; } = "";

    internal string Offer { get; private set; } = "";

    public async Task InitializeAsync()
    {
        journey = await Journey.StartAsync(settings =>
            SchemeJson.Put(settings, "rounds", """
                [
                  { "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" },
                  { "id": "2025", "opens": "2024-10-01T09:00", "deadline": "2024-11-30T12:00" }
                ]
                """), port: Port);
        var mentor = await Journey.RegisterAsync(ValidFields.Mentor().With("capacity", "3").With("institution", "University of One"));
        var mentees = new List<string>();
        foreach (var name in new[] { "Ann Active", "Una Unsigned", "Otto Offered" })
            mentees.Add(await Journey.RegisterAsync(ValidFields.Mentee(name)));
        await Journey.CloseAsync();
        await Journey.AcceptAsync(mentees[0]);
        await Journey.AcceptAsync(mentees[1]);
        await Journey.SignAsync(mentees[0]);
        foreach (var mail in Journey.Mails(mentor, "introduction"))
        {
            // The link of an introduction opens that introduction's agreement alone.
            if (mail.Mail.Text.Contains("Ann Active", StringComparison.Ordinal))
                await Journey.PostAsync(Journey.LinkIn(mail, "/agreements/"), ("agree", "yes"), ("signature", mail.Mail.ToName));
        }

        Mentor = Journey.OwnPageOf(mentor);
        await foreach (var row in Journey.Host.Ledger.ListAsync(Journey.Round, Stages.Registrations.Kind, CancellationToken.None))
            Person = row.Key.Id;
        Accepted = Journey.LinkTo(mentees[1], "offer", "/offers/");
        Pages["partnerships"] = Journey.LinkTo(mentees[0], "agreement-complete", "/partnerships/");
        await Journey.PostAsync(Pages["partnerships"] + "/review");
        Pages["registrations"] = Journey.OwnPageOf(mentees[2]);
        Pages["offers"] = Journey.LinkTo(mentees[2], "offer", "/offers/");
        Pages["agreements"] = Journey.LinkTo(mentees[1], "introduction", "/agreements/");
        Pages["reviews"] = Journey.LinkTo(mentees[0], "review-interim", "/reviews/");
        Offer = (await Journey.MatchesAsync()).Single(match => match.GetProperty("state").GetString() == "pending").GetProperty("offerId").GetString()!;
        await Journey.AdvanceToAsync(Journey.Deadline.AddDays(2));
    }

    public async Task DisposeAsync() => await Journey.DisposeAsync();
}
