// Azure.Messaging.ServiceBus 7.20.1. The package is oblivious of nullability, so this file is too.
#nullable disable
#pragma warning disable CA1816 // Disposal throws, so there is nothing to suppress.
using Azure.Core;
using Mentoring.AzureSurface;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusClient : IAsyncDisposable
{
    protected ServiceBusClient()
    {
    }

    public ServiceBusClient(string connectionString) => throw Surface.Absent();

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential) => throw Surface.Absent();

    public virtual string FullyQualifiedNamespace => throw Surface.Absent();

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw Surface.Absent();

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => throw Surface.Absent();

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => throw Surface.Absent();

    public virtual ValueTask DisposeAsync() => throw Surface.Absent();
}

public class ServiceBusSender : IAsyncDisposable
{
    protected ServiceBusSender()
    {
    }

    public virtual string EntityPath => throw Surface.Absent();

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual Task<long> ScheduleMessageAsync(
        ServiceBusMessage message,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual ValueTask DisposeAsync() => throw Surface.Absent();
}

public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
    TransferDeadLetter = 2,
}

public enum ServiceBusReceiveMode
{
    PeekLock = 0,
    ReceiveAndDelete = 1,
}

public class ServiceBusReceiverOptions
{
    public int PrefetchCount { get; set; }

    public ServiceBusReceiveMode ReceiveMode { get; set; }

    public SubQueue SubQueue { get; set; }
}

public class ServiceBusReceiver : IAsyncDisposable
{
    protected ServiceBusReceiver()
    {
    }

    public virtual string EntityPath => throw Surface.Absent();

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages,
        long? fromSequenceNumber = null,
        CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages,
        TimeSpan? maxWaitTime = null,
        CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual Task CompleteMessageAsync(
        ServiceBusReceivedMessage message,
        CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object> propertiesToModify = null,
        CancellationToken cancellationToken = default) => throw Surface.Absent();

    public virtual ValueTask DisposeAsync() => throw Surface.Absent();
}

public class ServiceBusMessage
{
    public ServiceBusMessage() => Body = BinaryData.Empty;

    public ServiceBusMessage(string body) => Body = BinaryData.FromString(body);

    public ServiceBusMessage(ReadOnlyMemory<byte> body) => Body = BinaryData.FromBytes(body);

    public ServiceBusMessage(BinaryData body) => Body = body;

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    public BinaryData Body { get; set; }

    public string ContentType { get; set; }

    public string CorrelationId { get; set; }

    public string MessageId { get; set; }

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    public string SessionId { get; set; }

    public string Subject { get; set; }

    public TimeSpan TimeToLive { get; set; } = TimeSpan.MaxValue;
}

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; }

    public BinaryData Body { get; internal init; }

    public string ContentType { get; internal init; }

    public string CorrelationId { get; internal init; }

    // The package reads these two from the application properties of the same names.
    public string DeadLetterErrorDescription => ApplicationProperties.TryGetValue(nameof(DeadLetterErrorDescription), out var value) ? value as string : null;

    public string DeadLetterReason => ApplicationProperties.TryGetValue(nameof(DeadLetterReason), out var value) ? value as string : null;

    public int DeliveryCount { get; internal init; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public DateTimeOffset LockedUntil { get; internal init; }

    public string LockToken { get; internal init; }

    public string MessageId { get; internal init; }

    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    public long SequenceNumber { get; internal init; }

    public string SessionId { get; internal init; }

    public string Subject { get; internal init; }
}

public enum ServiceBusMessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}

public static class ServiceBusModelFactory
{
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData body = null,
        string messageId = null,
        string partitionKey = null,
        string viaPartitionKey = null,
        string sessionId = null,
        string replyToSessionId = null,
        TimeSpan timeToLive = default,
        string correlationId = null,
        string subject = null,
        string to = null,
        string contentType = null,
        string replyTo = null,
        DateTimeOffset scheduledEnqueueTime = default,
        IDictionary<string, object> properties = null,
        Guid lockTokenGuid = default,
        int deliveryCount = 0,
        DateTimeOffset lockedUntil = default,
        long sequenceNumber = -1,
        string deadLetterSource = null,
        long enqueuedSequenceNumber = 0,
        DateTimeOffset enqueuedTime = default,
        ServiceBusMessageState serviceBusMessageState = ServiceBusMessageState.Active) => new()
        {
            ApplicationProperties = new Dictionary<string, object>(properties ?? new Dictionary<string, object>()),
            Body = body,
            ContentType = contentType,
            CorrelationId = correlationId,
            DeliveryCount = deliveryCount,
            EnqueuedTime = enqueuedTime,
            LockedUntil = lockedUntil,
            LockToken = lockTokenGuid.ToString(),
            MessageId = messageId,
            ScheduledEnqueueTime = scheduledEnqueueTime,
            SequenceNumber = sequenceNumber,
            SessionId = sessionId,
            Subject = subject,
        };
}
