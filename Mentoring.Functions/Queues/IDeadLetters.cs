namespace Mentoring.Functions.Queues;

/// <summary>Messages that were given up, for a person to look at.</summary>
public interface IDeadLetters
{
    /// <summary>The oldest first, at most 100. Their bodies stay where they are: they may name people.</summary>
    ValueTask<IReadOnlyList<DeadLetter>> ListAsync(string queue, CancellationToken cancellation);

    /// <summary>Puts the message on its queue again; false where there is no such dead letter. Cut off in between, it may be there twice: consumers know what they have done.</summary>
    ValueTask<bool> SendAgainAsync(string queue, long number, CancellationToken cancellation);
}

/// <param name="Number">The message's own within its queue.</param>
/// <param name="Reason">Why it was given up.</param>
public sealed record DeadLetter(string Queue, long Number, string MessageId, int Deliveries, string Reason);
