using System.Globalization;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Rounds;

/// <summary>Matches whoever waits to whatever is free. Live offers and partnerships hold their places, so they are never disturbed; given those, the result is the best possible.</summary>
public sealed class RematchActivity(
    SchemeShell shell, ILedger ledger, LedgerReader reader, PoolReader pools, OfferMaking offers, CarryingOver carrying, IIdentifiers identifiers, Scheme scheme, SchemeTelemetry telemetry, TimeProvider time, ILogger<RematchActivity> logger)
{
    private const int Tries = 5;

    [Function(nameof(Rematch))]
    public async Task Rematch([ActivityTrigger] string round, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var requests = new List<(LedgerRow Row, RematchRequest Request)>();
        await foreach (var row in ledger.ListAsync(round, RematchRequest.Kind, cancellation))
            requests.Add((row, row.As<RematchRequest>()));
        var state = await reader.StateAsync(Stages.Rounds, round, round, cancellation);
        if (requests.Count == 0 || Round.PlanOf(state) is not { } plan)
            return;

        // Whoever is being told how the round went must not be offered somebody in between. The requests stay, and announcing the round carries them out.
        if (!plan.IsRolling && state is Round.Closed or Round.Matched)
            return;

        // Nobody is matched before the round is, if it ever is as a whole: what became free until then is matched with everything else.
        var waker = new DurableWaker(client, logger);
        var mayMatch = plan.IsRolling || state is Round.Announced;
        var toTell = requests.Where(asked => asked.Request.Template is not null).Select(asked => asked.Request.Tell).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var (all, matched) = (!mayMatch, (RoundSolution?)null);
        for (var attempt = 0; attempt < Tries && !all; attempt++)
        {
            // From the second time on: somebody was quicker with a place or a mentee, and what is left is matched again.
            (all, matched) = await MatchAsync(plan, toTell.Count > 0, waker, cancellation);
        }

        // Whoever this round has nobody for goes where the people are.
        if (mayMatch && await carrying.LaterAsync(plan, cancellation) is { } later)
        {
            var back = requests.Where(asked => asked.Request.Tell is not null).GroupBy(asked => asked.Request.Tell!, StringComparer.Ordinal);
            await carrying.OnAsync(round, later, back.ToDictionary(of => of.Key, of => of.Last().Request.Template, StringComparer.Ordinal), waker, cancellation);
        }

        var why = WhyNot(matched, toTell);
        foreach (var (row, request) in requests)
            await SettleAsync(round, row, request, why, waker, cancellation);
    }

    /// <summary>For each who is told that there is nobody for them: why, as the applicant reads it. Whoever came after the matching is told without.</summary>
    private static Dictionary<string, string> WhyNot(RoundSolution? matched, HashSet<string> toTell)
    {
        if (matched is null || toTell.Count == 0)
            return [];
        var reasons = new UnmatchedReasons(matched);
        return matched.Result.Unmatched.Where(toTell.Contains).ToDictionary(mentee => mentee, mentee => string.Join('\n', reasons.For(mentee).ToApplicant), StringComparer.Ordinal);
    }

    /// <param name="isAsked">Whether somebody is to be told why there is nobody for them, also where there is no mentor at all.</param>
    /// <returns>Not all where an offer could not be made because the pool had changed meanwhile.</returns>
    private async Task<(bool All, RoundSolution? Matched)> MatchAsync(RoundPlan plan, bool isAsked, DurableWaker waker, CancellationToken cancellation)
    {
        var pool = await pools.ReadAsync(plan.Id, cancellation);
        if (pool.Mentees.Count == 0 || (pool.Mentors.Count == 0 && !isAsked))
            return (true, null);
        using var span = SchemeTelemetry.Start("matching", plan.Id);
        var began = time.GetTimestamp();
        var matched = RoundSolution.Of(MatchingRules.Of(scheme), pool, plan.Id);
        var result = matched.Result;
        telemetry.Matched(time.GetElapsedTime(began), pool.Mentees.Count, pool.Mentors.Count);
        var run = identifiers.NewId(time.GetUtcNow());
        var all = true;
        for (var index = 0; index < result.Matches.Count; index++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{run}-{index:D6}");
            all &= await offers.OfferAsync(plan, id, result.Matches[index], Actor.Clock, waker, cancellation) is Outcome.Done;
        }

        return (all, matched);
    }

    /// <summary>Tells the mentee for whom nobody was found, and forgets the request, in one transaction. Where something was asked anew meanwhile, the request stays.</summary>
    private async Task SettleAsync(string round, LedgerRow row, RematchRequest request, Dictionary<string, string> why, DurableWaker waker, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(row.Key, cancellation) is not { } still || still.Version != row.Version)
            return;
        await shell.CarryOutAsync(round, Actor.Clock, waker, async work =>
        {
            work.Write(new RowWrite.Delete(row.Key, row.Version));
            if (request is { Tell: { } mentee, Template: { } template } && await work.StateAsync(Stages.Mentees, mentee, cancellation) is MenteeStanding.Waiting)
                await work.AskAsync(new Request.Send(new MailDraft(template, KeyOf(template, row, mentee), mentee, About: row.Key.Id, LinkPurpose.Registration, Party.Mentee, why.GetValueOrDefault(mentee))), cancellation);
            return null;
        }, cancellation);
    }

    /// <summary>One for each time it was asked: the same may bring somebody back again, such as a registration after a withdrawal.</summary>
    private static string KeyOf(string template, LedgerRow row, string mentee) =>
        string.Create(CultureInfo.InvariantCulture, $"{template}.{row.Key.Id}.{mentee}.{row.DueAt?.UtcTicks}");
}
