using System.Text.Json.Nodes;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Memberships;
using Mentoring.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Memberships;

/// <summary>A partnership that a mentor brought into a later round lies in the round where it began: it ends there in a commit of its own.</summary>
public sealed class LapseElsewhereTests : IDisposable
{
    private static readonly DirectoryPatience Patience = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), Retries: 0, TimeSpan.FromMilliseconds(1), FailuresToBreak: int.MaxValue, TimeSpan.FromHours(1));

    private readonly FakeDirectory _directory = new();
    private bool _kills;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "B11")]
    public async Task It_ends_there_and_the_lapse_is_told_once_even_where_the_process_dies_between_the_two_commits(bool killed)
    {
        await using var journey = await Journey.StartAsync(services: services =>
        {
            _directory.AddTo(services, Patience);
            services.AddSingleton<ILedger>(new Killed((ILedger)services.Single(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!, IsPartnershipsEnd));
        });
        _directory.With("M-1").With("M-2");
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes").With("membershipNumber", "M-1"));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2).With("membershipNumber", "M-2"));
        await journey.CloseAsync();
        await journey.AcceptAsync(mentee);
        await journey.SignBothAsync(mentee, mentor);
        await journey.SendJsonAsync(HttpMethod.Post, "/api/coordinator/rounds", new JsonObject { ["id"] = "2025", ["opens"] = "2024-11-04T09:00", ["deadline"] = "2024-11-20T12:00" });
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 11, 20, 12, 10, 0, TimeSpan.Zero));
        journey.Round = "2025";

        _kills = killed;
        _directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(65);

        Assert.False(_kills);
        Assert.Equal(killed ? 1 : 0, journey.Host.Faults.Count);
        Assert.Single(journey.Mails(mentor, "membership-lapsed"));
        Assert.Single(await journey.EventsAsync(), code => code == "registration.membership-over");
        Assert.Single(journey.Mails(mentee, "partnership-ended"));
        Assert.Contains("mentee-waiting", await journey.StandingsAsync(mentee));
    }

    private bool IsPartnershipsEnd(LedgerChange change)
    {
        if (!_kills || !change.Journal.Any(entry => entry.Event == "partnership.ended"))
            return false;
        _kills = false;
        return true;
    }

    /// <summary>Dies after a commit.</summary>
    private sealed class Killed(ILedger inner, Func<LedgerChange, bool> after) : LedgerAround(inner)
    {
        public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
        {
            var outcome = await base.CommitAsync(change, cancellation);
            return after(change) ? throw new IOException("Killed.") : outcome;
        }
    }
}
