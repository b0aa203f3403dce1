using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Mentoring.Functions.Rounds;

/// <summary>The clockwork of one round, once its deadline has passed: close, match, make the offers, tell everybody; on the fixed date, tell whoever still waits.</summary>
public static class RoundOrchestrator
{
    [Function(nameof(RoundOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var round = context.GetInput<Address>()!.Id;
        if (!await context.CallActivityAsync<bool>(nameof(RoundActivities.CloseRegistration), round))
            return;

        await context.CallActivityAsync(nameof(RoundActivities.CarryOver), round);
        await context.CallActivityAsync(nameof(RoundActivities.MatchRound), round);
        await AllAsync(context, nameof(RoundActivities.MakeOffers), round);
        await AllAsync(context, nameof(RoundActivities.TellEverybody), round);
        var updateOn = await context.CallActivityAsync<DateTimeOffset>(nameof(RoundActivities.Announce), round);
        await context.CreateTimer(updateOn.UtcDateTime, CancellationToken.None);
        await AllAsync(context, nameof(RoundActivities.UpdateWaiting), round);
    }

    /// <summary>Works through a long list in pieces, each an activity that answers where the next begins; null after the last.</summary>
    private static async Task AllAsync(TaskOrchestrationContext context, string activity, string round)
    {
        int? from = 0;
        while (from is { } next)
            from = await context.CallActivityAsync<int?>(activity, new Piece(round, next));
    }
}

/// <summary>A piece of a round's long list.</summary>
/// <param name="From">Where it begins, from 0.</param>
public sealed record Piece(string Round, int From);
