namespace Mentoring.Local.Queues;

/// <summary>A message under lock. The lock belongs to this delivery: a later one makes it void.</summary>
/// <param name="Deliveries">This one included.</param>
public sealed record QueuedMessage(
    string Queue,
    long Sequence,
    string Id,
    string Body,
    DateTimeOffset EnqueuedAt,
    int Deliveries,
    DateTimeOffset LockedUntil)
{
    /// <summary>True once this delivery took the message off the queue.</summary>
    internal bool IsCompleted { get; set; }
}
