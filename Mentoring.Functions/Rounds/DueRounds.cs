using Mentoring.Core;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Rounds;

/// <summary>Opens the rounds of the settings, and finds those whose deadline has passed. Never a timer at the deadline itself: a plan's time zone and restarts can't be trusted.</summary>
public sealed class DueRounds(ILedger ledger, RoundOpening opening, TimeProvider time, ILogger<DueRounds> logger)
{
    [Function(nameof(DueRounds))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var waker = new DurableWaker(client, logger);
        await opening.OpenAsync(waker, cancellation);
        await foreach (var row in ledger.DueAsync(now, int.MaxValue, cancellation))
        {
            if (row.Key.Kind == Stages.Rounds.Kind && Stages.Rounds.Of(row) is Round.Planned)
                await waker.WakeAsync(Clockwork.Round, new Address(row.Key.Partition, row.Key.Id), evenIfFinished: true, cancellation);
        }
    }
}
