using System.Globalization;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Rounds;

/// <summary>The steps of a round. Each can be run again at any time: what is done already is not done twice.</summary>
public sealed class RoundActivities(
    SchemeShell shell, LedgerReader reader, PoolReader pools, MatchingArchive archive, OfferMaking offers, CarryingOver carrying, MembershipChecking memberships, RematchActivity rematching, IIdentifiers identifiers,
    Scheme scheme, SchemeTelemetry telemetry, TimeProvider time, ILogger<RoundActivities> logger)
{
    /// <summary>Each piece reads the matching again, so pieces are large; and a minute's work at most, because one that was broken off is run again.</summary>
    private const int OffersAPiece = 1000;

    /// <summary>Each is three transactions in two partitions: a minute's work or so on a storage account.</summary>
    private const int PeopleCarriedAPiece = 500;

    [Function(nameof(LookAtRound))]
    public async Task<RoundStep> LookAtRound([ActivityTrigger] string round, CancellationToken cancellation) =>
        await reader.StateAsync(Stages.Rounds, round, round, cancellation) switch
        {
            Round.Planned planned when planned.Plan.Deadline.HasPassed(time.GetUtcNow()) => new RoundStep(RoundStage.Due, default),
            Round.Closed => new RoundStep(RoundStage.Due, default),
            Round.Matched => new RoundStep(RoundStage.Matched, default),
            Round.Announced { WaitingUpdateSent: false } announced => new RoundStep(RoundStage.Announced, announced.Plan.UpdateOn.Instant),
            _ => new RoundStep(RoundStage.Nothing, default),
        };

    [Function(nameof(CloseRegistration))]
    public async Task CloseRegistration([ActivityTrigger] string round, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        await MoveAsync(round, new Round.Command.Close(), client, cancellation);

    /// <summary>Brings in whoever waits from earlier rounds. True where more may be left to bring.</summary>
    [Function(nameof(CarryOver))]
    public async Task<bool?> CarryOver([ActivityTrigger] string round, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        await carrying.IntoAsync(round, PeopleCarriedAPiece, new DurableWaker(client, logger), cancellation);

    /// <summary>Matches the pool and records the matching. Where it is recorded already, that one stands.</summary>
    [Function(nameof(MatchRound))]
    public async Task MatchRound([ActivityTrigger] string round, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Rounds, round, round, cancellation) is not Round.Closed)
            return;

        await memberships.SettleAsync(round, new DurableWaker(client, logger), cancellation);
        var pool = await pools.ReadAsync(round, cancellation);
        using var span = SchemeTelemetry.Start("matching", round);
        var began = time.GetTimestamp();
        var matching = MatchingArchive.Run.Of(pool, MatchingRules.Of(scheme), round);
        telemetry.Matched(time.GetElapsedTime(began), pool.Mentees.Count, pool.Mentors.Count);
        var (result, text) = (matching.Result, MatchingArchive.TextOf(matching));
        var run = identifiers.NewId(time.GetUtcNow());
        await archive.WriteAsync(round, run, text, cancellation);
        await MoveAsync(
            round,
            new Round.Command.RecordMatching(new MatchingRecord(
                run, MatchingArchive.DigestOf(text), time.GetUtcNow(), pool.Mentees.Count, pool.Mentors.Count, pool.Mentors.Sum(mentor => mentor.Places),
                result.Matches.Count, result.Matches.Sum(match => match.Score))),
            client,
            cancellation);
    }

    [Function(nameof(MakeOffers))]
    public async Task<int?> MakeOffers([ActivityTrigger] Piece piece, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Rounds, piece.Round, piece.Round, cancellation) is not Round.Matched matched)
            return null;

        var run = await archive.ReadAsync(piece.Round, matched.Matching, cancellation);
        var waker = new DurableWaker(client, logger);
        var to = Math.Min(piece.From + OffersAPiece, run.Result.Matches.Count);
        for (var index = piece.From; index < to; index++)
            await OfferAsync(matched.Plan, OfferId(matched.Matching.Run, index), run.Result.Matches[index], waker, cancellation);
        return to < run.Result.Matches.Count ? to : null;
    }

    /// <summary>From now on whatever became free is matched again: first what did so while everybody was being told.</summary>
    [Function(nameof(Announce))]
    public async Task Announce([ActivityTrigger] string round, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await MoveAsync(round, new Round.Command.Announce(), client, cancellation);
        await rematching.Rematch(round, client, cancellation);
    }

    /// <summary>Where the mentor was lost between the matching and the offer, the mentee is matched again when the round is announced.</summary>
    private async Task OfferAsync(RoundPlan plan, string id, RoundMatch match, DurableWaker waker, CancellationToken cancellation)
    {
        if (await offers.OfferAsync(plan, id, match, Actor.Clock, waker, cancellation) is Outcome.Refused)
            await shell.CarryOutAsync(plan.Id, new Request.Rematch(id, match.MenteeId, MailTemplates.RematchWaiting), Actor.Clock, waker, cancellation);
    }

    /// <summary>Made from the match, so that a piece that is run again makes no second offer.</summary>
    private static string OfferId(string run, int index) => string.Create(CultureInfo.InvariantCulture, $"{run}-{index:D6}");

    private async Task MoveAsync(string round, Round.Command command, DurableTaskClient client, CancellationToken cancellation)
    {
        var outcome = await shell.CarryOutAsync(round, new Request.ToRound(round, command), Actor.Clock, new DurableWaker(client, logger), cancellation);
        if (outcome is Outcome.Refused refused)
            throw new InvalidOperationException($"Round {round}: {refused.Reason.Message}");
    }
}
