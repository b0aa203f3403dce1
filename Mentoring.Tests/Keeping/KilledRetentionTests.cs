using Mentoring.Core.People;
using Mentoring.Functions.Keeping;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Telemetry;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Keeping;

/// <summary>A process that lets go of people may die at any commit, and may be told to do little at a time.</summary>
public sealed class KilledRetentionTests
{
    [Fact]
    public async Task Killed_before_or_after_any_commit_and_run_again_it_leaves_what_an_undisturbed_run_leaves()
    {
        var (expected, steps) = await RunAsync(killAt: int.MaxValue, atMost: 100);
        Assert.True(steps >= 4, $"{steps}");
        for (var step = 1; step <= steps; step++)
            Assert.Equal(expected, (await RunAsync(step, atMost: 100)).Rows);
        Assert.Equal(expected, (await RunAsync(int.MaxValue, atMost: 1)).Rows);
    }

    /// <summary>A round with a pair that has ended, two years later.</summary>
    private static async Task<(IReadOnlyList<string> Rows, int Steps)> RunAsync(int killAt, int atMost)
    {
        using var office = new Office();
        var pair = await Couple.JoinAsync(office);
        await pair.OfferAsync("o-1");
        await pair.DeclineAsync("o-1", "Not the right time for me.");
        await pair.OfferAsync("o-2");
        await pair.AcceptAsync("o-2", "p-1");
        await pair.SignAsync("p-1");
        await pair.AnnounceAsync();
        await office.DoAsync(Office.Round, new Core.Request.ToPartnership("p-1", new Core.Partnerships.Partnership.Command.End(
            Core.Partnerships.EndingReason.Other, Actor.Mentee, "It did not suit.", MentorStays: true, MenteeAgain: false)));
        office.Clock.Now = office.Clock.Now.AddYears(1);
        await office.DoAsync(Office.Round, new Core.Request.ToRound(Office.Round, new Core.Rounds.Round.Command.UpdateWaiting()));
        foreach (var review in await office.RowsAsync(Stages.Reviews.Kind))
            await office.DoAsync(Office.Round, new Core.Request.ToReview(review.Key.Id, new Core.Reviews.Review.Command.Tick()));
        office.Clock.Now = office.Clock.Now.AddYears(2);

        var steps = 0;
        var ledger = new WatchedLedger(office.Ledger, () =>
        {
            if (++steps == killAt)
                throw new IOException("Killed.");
        });
        var rounds = 0;
        while (true)
        {
            try
            {
                if (await People(office, ledger).EraseAsync(atMost, office.Waker, default) == 0)
                    break;
            }
            catch (IOException)
            {
                // Started anew.
            }

            Assert.True(++rounds < 10);
        }

        await LedgerImage.JournalHoldsAsync(office.Ledger);
        Assert.All(await office.RowsAsync(Stages.Registrations.Kind), row => Assert.Contains("\"erased\"", row.Json, StringComparison.Ordinal));
        return ([.. (await LedgerImage.RowsAsync(office.Ledger)).Where(row => IsOfAStage(row.Key.Kind)).Select(row => $"{row.Key.Kind} {System.Text.RegularExpressions.Regex.Replace(row.Json, "[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{32,}", "id")}").Order(StringComparer.Ordinal)], steps);
    }

    private static bool IsOfAStage(string kind) => kind is "registration" or "offer" or "agreement" or "partnership" or "review" or "mentee" or "mentor" or "person";

    /// <summary>As a process builds them.</summary>
    private static PastPeople People(Office office, ILedger ledger)
    {
        var reader = new LedgerReader(ledger);
        var shell = new SchemeShell(ledger, office.Get<Core.Lifecycle>(), office.Get<IIdentifiers>(), office.Queue, office.Clock, office.Get<SchemeTelemetry>());
        return new PastPeople(ledger, reader, new PastRounds(reader, office.Get<Core.Schemes.Scheme>(), office.Clock), new Erasure(shell, ledger, new Leaving(shell, new Parting(shell, reader))));
    }
}
