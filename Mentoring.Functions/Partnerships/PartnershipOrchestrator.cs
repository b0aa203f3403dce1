using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Mentoring.Functions.Partnerships;

/// <summary>The clockwork of one partnership: agreement, term, reviews, ending; then the mentor's place is matched again.</summary>
/// <remarks>Every stage begins the instance anew, so that history stays short and new code takes over at a stage's border.</remarks>
public static class PartnershipOrchestrator
{
    [Function(nameof(PartnershipOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var partnership = context.GetInput<Address>()!;
        var waiting = new WakeOrTimer(context);
        var stage = "";
        while (true)
        {
            var now = await context.CallActivityAsync<PartnershipStep>(nameof(PartnershipActivities.AdvancePartnership), partnership, Patience.Retry);
            if (now.Freed)
                await context.CallActivityAsync(nameof(RematchActivity.Rematch), partnership.Round, Patience.Retry);
            if (now.Next is not { } next)
                return;
            if (stage.Length > 0 && stage != now.Stage)
            {
                context.ContinueAsNew(partnership, preserveUnprocessedEvents: true);
                return;
            }

            stage = now.Stage;
            await waiting.WaitAsync(next);
        }
    }
}
