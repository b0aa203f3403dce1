using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Keeping;

/// <summary>Once a day lets go of what has been kept long enough. Each step is whole by itself and bounded: what is cut off, or too much, is done the next day.</summary>
public sealed partial class Retention(PastPeople people, PastMails mails, PastSignIns signIns, StagedFiles files, ImportBook imports, ILedger ledger, TimeProvider time, ILogger<Retention> logger)
{
    /// <summary>For one run; some minutes at the most.</summary>
    private const int PeopleARun = 500;

    private const int RowsARun = 5_000;

    /// <summary>No retry, no message and no request on its way is as old.</summary>
    private static readonly TimeSpan OperationsKept = TimeSpan.FromDays(7);

    /// <summary>An orchestration that has ended is of use to whoever looks into the recent past.</summary>
    private static readonly TimeSpan InstancesKept = TimeSpan.FromDays(30);

    /// <summary>Before any instance. The host reads the filter's beginning without asking whether there is one.</summary>
    private static readonly DateTimeOffset Beginning = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Function(nameof(Retention))]
    public async Task RunAsync([TimerTrigger("0 20 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var erased = await people.EraseAsync(PeopleARun, new DurableWaker(client, logger), cancellation);
        var removed = await mails.RemoveAsync(RowsARun, cancellation);
        removed += await signIns.RemoveAsync(RowsARun - removed, cancellation);
        await files.ForgetOldAsync(cancellation);
        await imports.ForgetOldAsync(cancellation);
        var pruned = await ledger.PruneAsync(now - OperationsKept, RowsARun, cancellation);
        var ended = new PurgeInstancesFilter(Beginning, now - InstancesKept, [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]) { Timeout = TimeSpan.FromMinutes(1) };
        var purged = await client.PurgeAllInstancesAsync(ended, cancellation: cancellation);
        Done(logger, erased, removed, pruned, purged.PurgedInstanceCount);
    }

    [LoggerMessage(1, LogLevel.Information, "Let go of {People} people, {Mails} mails and links, {Operations} operations, {Instances} instances")]
    private static partial void Done(ILogger logger, int people, int mails, int operations, int instances);
}
