using Mentoring.Functions.Queues;
using Mentoring.Local.Hosting;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Queues;

/// <summary>Queues in a SQLite file: at least once, in order of visibility, given up after <see cref="MaxDeliveries"/>.</summary>
/// <param name="signal">Raised when a message has come.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "It is the adapter of IQueue, no collection.")]
public sealed class SqliteQueue(SqliteStore store, TimeProvider time, WorkSignal signal) : IQueue, IDeadLetters
{
    public const int MaxDeliveries = 10;

    /// <summary>How long a message id is remembered after its first sending.</summary>
    public static readonly TimeSpan DetectionWindow = TimeSpan.FromMinutes(10);

    /// <summary>How long a delivery may take before the message is delivered again.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);

    private readonly NextVisible next = new();

    // Ids are forgotten now and then, which looks at all of them. Only the store's writer touches this.
    private DateTimeOffset forgetAt;

    public ValueTask SendAsync(string queue, string messageId, string body, CancellationToken cancellation) =>
        SendAsync(queue, messageId, body, DateTimeOffset.MinValue, cancellation);

    public async ValueTask SendAsync(string queue, string messageId, string body, DateTimeOffset notBefore, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        if (await store.WriteAsync(session => Send(session, new QueueMessage(queue, messageId, body), notBefore))) HasSent();
    }

    /// <summary>Sends within a transaction of the store. False where the message was sent before.</summary>
    internal bool Send(Session session, QueueMessage message, DateTimeOffset notBefore = default)
    {
        var now = time.GetUtcNow();
        if (now >= forgetAt)
        {
            session[QueueSql.ForgetIds].With(now).Run();
            forgetAt = now + DetectionWindow / 10;
        }

        if (session[QueueSql.RememberId].With(message.Queue).With(message.Id).With(now + DetectionWindow).With(now).Run() == 0) return false;
        session[QueueSql.Send].With(message.Queue).With(message.Id).With(message.Body).With(now).With(notBefore > now ? notBefore : now).Run();
        return true;
    }

    /// <summary>To be called when a message that was sent is committed.</summary>
    internal void HasSent()
    {
        next.Forget();
        signal.Raise();
    }

    public ValueTask CheckAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        store.Read(session => session[QueueSql.Check].Number());
        return ValueTask.CompletedTask;
    }

    /// <summary>Locks and answers the message that has been visible longest; null where none is visible.</summary>
    internal ValueTask<QueuedMessage?> TakeAsync(string queue)
    {
        var now = time.GetUtcNow();

        // Most looks find nothing, and need no transaction for it.
        if (NextVisible(queue) is not { } visible || visible > now) return new((QueuedMessage?)null);
        return WriteAsync(session => Take(session, queue, now));
    }

    /// <summary>Takes the message off the queue; false where the lock was lost.</summary>
    internal async ValueTask<bool> CompleteAsync(QueuedMessage message)
    {
        // Most functions complete their message, and then the host does: the second time there is nothing to write.
        if (message.IsCompleted) return false;
        return message.IsCompleted = await WriteAsync(session => session[QueueSql.Complete].With(message.Sequence).With(message.Deliveries).Run() == 1);
    }

    /// <summary>Gives the message back, to be delivered again after a delay; after the last delivery it is dead with the reason.</summary>
    internal ValueTask<bool> AbandonAsync(QueuedMessage message, TimeSpan delay, string reason)
    {
        if (message.Deliveries >= MaxDeliveries) return DeadLetterAsync(message, $"Given up after {MaxDeliveries} deliveries: {reason}");
        var visible = time.GetUtcNow() + delay;
        return WriteAsync(session => session[QueueSql.Abandon].With(visible).With(message.Sequence).With(message.Deliveries).Run() == 1);
    }

    internal ValueTask<bool> DeadLetterAsync(QueuedMessage message, string reason) =>
        WriteAsync(session => session[QueueSql.Bury].With(reason).With(message.Sequence).With(message.Deliveries).Run() == 1);

    /// <summary>When the queue's next message can be taken; null where it is empty.</summary>
    internal DateTimeOffset? NextVisible(string queue) =>
        next.Get(queue, name => store.Read(session => session[QueueSql.NextVisible].With(name).Number()) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null);

    /// <summary>Messages given up, oldest first.</summary>
    public IReadOnlyList<DeadMessage> Dead(string queue) => store.Read(session => session[QueueSql.Dead].With(queue).All(row =>
        new DeadMessage(queue, row.Int(0), row.Text(1), row.Text(2), (int)row.Int(3), row.Text(4))));

    public ValueTask<IReadOnlyList<DeadLetter>> ListAsync(string queue, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new([.. Dead(queue).Take(100).Select(dead => new DeadLetter(queue, dead.Sequence, dead.Id, dead.Deliveries, dead.Reason))]);
    }

    public async ValueTask<bool> SendAgainAsync(string queue, long number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var found = await WriteAsync(session => session[QueueSql.Raise].With(now).With(number).With(queue).Run() == 1);
        if (found) signal.Raise();
        return found;
    }

    /// <summary>Makes visible what a process that is gone had under lock.</summary>
    internal ValueTask<int> ReleaseLocksAsync()
    {
        var now = time.GetUtcNow();
        return WriteAsync(session => session[QueueSql.ReleaseLocks].With(now).Run());
    }

    private async ValueTask<T> WriteAsync<T>(Func<Session, T> work)
    {
        var answer = await store.WriteAsync(work);
        next.Forget();
        return answer;
    }

    private static QueuedMessage? Take(Session session, string queue, DateTimeOffset now)
    {
        while (session[QueueSql.Peek].With(queue).With(now).First(row => new QueuedMessage(
            queue, row.Int(0), row.Text(1), row.Text(2), row.Instant(3), (int)row.Int(4), now + LockTime)) is { } found)
        {
            // A process that dies on a message each time never gets to give it back.
            if (found.Deliveries >= MaxDeliveries)
            {
                session[QueueSql.Bury].With($"Given up after {MaxDeliveries} deliveries that were never answered").With(found.Sequence).With(found.Deliveries).Run();
                continue;
            }

            session[QueueSql.Lock].With(found.LockedUntil).With(found.Sequence).Run();
            return found with { Deliveries = found.Deliveries + 1 };
        }

        return null;
    }
}
