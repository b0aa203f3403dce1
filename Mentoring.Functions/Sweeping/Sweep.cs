using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
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
public sealed partial class Sweep(ILedger ledger, IQueue queue, SchemeShell shell, RematchActivity rematching, CarryingOver carrying, EventPublishing events, IDeadLetters deadLetters, SchemeTelemetry telemetry, TimeProvider time, ILogger<Sweep> logger)
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
        var failures = new List<Exception>();
        await foreach (var row in ledger.DueAsync(now - Grace, RowsASweep, cancellation))
        {
            if (row.Key.Kind == OutboxMail.Kind && row.DueAt < oldest)
                oldest = row.DueAt.Value;
            overdue += row.Key.Kind == Stages.Rounds.Kind ? 1 : 0;
            if (row.Key.Kind == RematchRequest.Kind)
                rematch.Add(row.Key.Partition);
            else
                await TryAsync(row.Key.ToString(), () => MoveAsync(row, now, waker, cancellation), failures);
        }

        telemetry.Swept(now - oldest, overdue);
        if (telemetry.WantsDeadLetters)
            telemetry.DeadLetters((await deadLetters.ListAsync(QueueNames.Emails, cancellation)).Count + (await deadLetters.ListAsync(QueueNames.DeliveryReports, cancellation)).Count);
        foreach (var round in rematch)
            await TryAsync(round, () => rematching.Rematch(round, client, cancellation), failures);
        await events.PublishAsync(cancellation);
        if (failures.Count > 0)
            throw new AggregateException("Not everything that was due could be moved on; it is tried again.", failures);
    }

    private async Task MoveAsync(LedgerRow row, DateTimeOffset now, DurableWaker waker, CancellationToken cancellation)
    {
        var (round, id) = (row.Key.Partition, row.Key.Id);
        if (row.Key.Kind == OutboxMail.Kind)
            await queue.SendAsync(QueueNames.Emails, $"{id}@{now.ToUnixTimeSeconds()}", OutboxAddress.Write(round, id), cancellation);
        else if (row.Key.Kind == PlaceNote.Kind && row.As<PlaceNote>() is var note)
            await shell.PlaceElsewhereAsync(round, new Request.PlaceElsewhere(note.Mentor, id, note.Becomes, note.ThenRest), waker, cancellation);
        else if (row.Key.Kind == CarryNote.Kind)
            await carrying.ArriveAsync(row, waker, cancellation);
        // A form may lie open of which its partnership knows no more: whom that would wake finds nothing to do, each time again.
        if (row.Key.Kind == Stages.Reviews.Kind)
            await shell.CarryOutAsync(round, new Request.ToReview(id, new Review.Command.Tick()), Actor.Clock, waker, cancellation);
        if (ClockworkOf(row) is { } clockwork)
            await waker.WakeAsync(clockwork.Of, new Address(round, clockwork.Id), evenIfFinished: true, cancellation);
    }

    /// <summary>What cannot be moved must not hold up what can.</summary>
    private async Task TryAsync(string what, Func<Task> move, List<Exception> failures)
    {
        try
        {
            await move();
        }
#pragma warning disable CA1031 // Whatever it is, the sweep fails with it in the end.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Stuck(logger, what, failure);
            failures.Add(failure);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{What} is due and could not be moved on")]
    private static partial void Stuck(ILogger logger, string what, Exception failure);

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
