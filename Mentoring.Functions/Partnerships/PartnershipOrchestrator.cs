using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Mentoring.Functions.Partnerships;

/// <summary>The clockwork of one partnership: agreement, term, reviews, ending; then the mentor's place is matched again.</summary>
/// <remarks>Every stage begins the instance anew, so that history stays short and new code takes over at a stage's border; a stage in which uncommonly much happens does so on the way, too.</remarks>
public static class PartnershipOrchestrator
{
    /// <summary>Far more than a stage has: a year of asking for reviews and answering them takes some two hundred.</summary>
    public const int MostTurns = 500;

    [Function(nameof(PartnershipOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var partnership = context.GetInput<Address>()!;
        var waiting = new WakeOrTimer(context);
        var stage = "";
        for (var turn = 1; ; turn++)
        {
            var now = await context.CallActivityAsync<PartnershipStep>(nameof(PartnershipActivities.AdvancePartnership), partnership, Patience.Retry);
            if (now.Freed)
                await context.CallActivityAsync(nameof(RematchActivity.Rematch), partnership.Round, Patience.Retry);
            if (now.Next is not { } next)
                return;
            if ((stage.Length > 0 && stage != now.Stage) || turn == MostTurns)
            {
                context.ContinueAsNew(partnership, preserveUnprocessedEvents: true);
                return;
            }

            stage = now.Stage;
            await waiting.WaitAsync(next);
        }
    }
}
