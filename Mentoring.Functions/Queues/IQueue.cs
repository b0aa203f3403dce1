namespace Mentoring.Functions.Queues;

/// <summary>Sends to the queues that functions consume: Service Bus in Azure, a durable table on one machine.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "It sends to queues; it is no collection that could be mistaken for one.")]
public interface IQueue
{
    /// <summary>Puts a message on a queue. At least once; the same <paramref name="messageId"/> within the detection window (10 minutes) is dropped.</summary>
    ValueTask SendAsync(string queue, string messageId, string body, CancellationToken cancellation);

    /// <summary>The same, for a message that nobody gets before the instant.</summary>
    ValueTask SendAsync(string queue, string messageId, string body, DateTimeOffset notBefore, CancellationToken cancellation);

    /// <summary>Answers when the queue can be reached; throws where it can't.</summary>
    ValueTask CheckAsync(CancellationToken cancellation);
}

public static class QueueNames
{
    /// <summary>Bodies are <c>{partition}/{outbox id}</c>.</summary>
    public const string Emails = "emails";

    /// <summary>Bodies are Event Grid's events about mails.</summary>
    public const string DeliveryReports = "delivery-reports";
}
