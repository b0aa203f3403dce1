using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Offers;

public sealed class OfferActivities(SchemeShell shell, LedgerReader reader, ILogger<OfferActivities> logger)
{
    /// <summary>Lets time act on the offer. Answers when to look again; null once it is settled.</summary>
    [Function(nameof(AdvanceOffer))]
    public async Task<DateTimeOffset?> AdvanceOffer([ActivityTrigger] Address offer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await shell.CarryOutAsync(offer.Round, new Request.ToOffer(offer.Id, new Offer.Command.Tick()), Actor.Clock, new DurableWaker(client, logger), cancellation);
        return Offer.DueAt(await reader.StateAsync(Stages.Offers, offer.Round, offer.Id, cancellation));
    }
}
