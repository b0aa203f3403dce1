using Mentoring.Core;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Events;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Sweeping;

/// <summary>Wakes whatever should have moved by now: a lost event, a lost message, a process killed between a commit and what follows it. Then tells other systems the news.</summary>
public sealed class Sweep(ILedger ledger, IQueue queue, SchemeShell shell, RematchActivity rematching, EventPublishing events, IDeadLetters deadLetters, SchemeTelemetry telemetry, TimeProvider time, ILogger<Sweep> logger)
{
    /// <summary>Clockwork that runs is never this late.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private const int RowsASweep = 500;

    [Function(nameof(Sweep))]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var waker = new DurableWaker(client, logger);
        var (oldest, overdue) = (now, 0);
        var rematch = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var row in ledger.DueAsync(now - Grace, RowsASweep, cancellation))
        {
            var (round, id) = (row.Key.Partition, row.Key.Id);
            if (row.Key.Kind == OutboxMail.Kind && row.DueAt < oldest)
                oldest = row.DueAt.Value;
            overdue += row.Key.Kind == Stages.Rounds.Kind ? 1 : 0;
            if (row.Key.Kind == OutboxMail.Kind)
                await queue.SendAsync(QueueNames.Emails, $"{id}@{now.ToUnixTimeSeconds()}", OutboxAddress.Write(round, id), cancellation);
            else if (row.Key.Kind == RematchRequest.Kind)
                rematch.Add(round);
            else if (row.Key.Kind == ReleaseNote.Kind)
                await shell.ReleaseElsewhereAsync(round, new Request.ReleaseElsewhere(row.As<ReleaseNote>().Mentor, id), waker, cancellation);
            else if (ClockworkOf(row) is { } clockwork)
                await waker.WakeAsync(clockwork.Of, new Address(round, clockwork.Id), evenIfFinished: true, cancellation);
        }

        telemetry.Swept(now - oldest, overdue);
        if (telemetry.WantsDeadLetters)
            telemetry.DeadLetters((await deadLetters.ListAsync(QueueNames.Emails, cancellation)).Count + (await deadLetters.ListAsync(QueueNames.DeliveryReports, cancellation)).Count);
        foreach (var round in rematch)
            await rematching.Rematch(round, client, cancellation);
        await events.PublishAsync(cancellation);
    }

    private static (Clockwork Of, string Id)? ClockworkOf(LedgerRow row)
    {
        var (kind, id) = (row.Key.Kind, row.Key.Id);
        if (kind == Stages.Rounds.Kind)
            return (Clockwork.Round, id);
        if (kind == Stages.Offers.Kind)
            return (Clockwork.Offer, id);
        if (kind == Stages.Partnerships.Kind || kind == Stages.Agreements.Kind)
            return (Clockwork.Partnership, id);
        if (kind == ImportProgress.Kind)
            return (Clockwork.Import, id);
        return kind == Stages.Reviews.Kind ? (Clockwork.Partnership, id.Split('.')[0]) : null;
    }
}
