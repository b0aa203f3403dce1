using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Mentoring.Functions.Offers;

/// <summary>The clockwork of one offer: wait for the reply, remind, wait, settle; then whatever became free is matched again.</summary>
public static class OfferOrchestrator
{
    [Function(nameof(OfferOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var offer = context.GetInput<Address>()!;
        var waiting = new WakeOrTimer(context);
        while (await context.CallActivityAsync<DateTimeOffset?>(nameof(OfferActivities.AdvanceOffer), offer, Patience.Retry) is { } next)
            await waiting.WaitAsync(next);
        await context.CallActivityAsync(nameof(RematchActivity.Rematch), offer.Round, Patience.Retry);
    }
}
