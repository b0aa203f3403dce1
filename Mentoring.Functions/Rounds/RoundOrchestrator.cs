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
        var round = context.GetInput<Address>()!;
        var step = await context.CallActivityAsync<RoundStep>(nameof(RoundActivities.LookAtRound), round.Id, Patience.Retry);
        switch (step.Stage)
        {
            case RoundStage.Due:
                await context.CallActivityAsync(nameof(RoundActivities.CloseRegistration), round.Id, Patience.Retry);
                while (await context.CallActivityAsync<bool?>(nameof(RoundActivities.CarryOver), round.Id, Patience.Retry) == true)
                {
                    // Each brings so many people, and who was brought is not met again.
                }

                await context.CallActivityAsync(nameof(RoundActivities.MatchRound), round.Id, Patience.Retry);
                break;
            case RoundStage.Matched:
                await AllAsync(context, nameof(RoundActivities.MakeOffers), round.Id);
                await AllAsync(context, nameof(RoundMailing.TellEverybody), round.Id);
                await context.CallActivityAsync(nameof(RoundActivities.Announce), round.Id, Patience.Retry);
                break;
            case RoundStage.Announced:
                await context.CreateTimer(step.UpdateOn.UtcDateTime, CancellationToken.None);
                await AllAsync(context, nameof(RoundMailing.UpdateWaiting), round.Id);
                return;
            default:
                return;
        }

        context.ContinueAsNew(round);
    }

    /// <summary>Works through a long list in pieces, each an activity that answers where the next begins; null after the last.</summary>
    private static async Task AllAsync(TaskOrchestrationContext context, string activity, string round)
    {
        int? from = 0;
        while (from is { } next)
            from = await context.CallActivityAsync<int?>(activity, new Piece(round, next), Patience.Retry);
    }
}
