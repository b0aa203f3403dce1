using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Mentoring.Functions.Queues.ServiceBus;

/// <summary>Queues of Service Bus. Their duplicate detection, set where they are made, drops a message id that comes again.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "It is the adapter of IQueue, no collection.")]
public sealed class ServiceBusQueue(ServiceBusClient client) : IQueue
{
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new(StringComparer.Ordinal);

    public ValueTask SendAsync(string queue, string messageId, string body, CancellationToken cancellation) =>
        SendAsync(queue, new ServiceBusMessage(body) { MessageId = MessageIds.Short(messageId) }, cancellation);

    public ValueTask SendAsync(string queue, string messageId, string body, DateTimeOffset notBefore, CancellationToken cancellation) =>
        SendAsync(queue, new ServiceBusMessage(body) { MessageId = MessageIds.Short(messageId), ScheduledEnqueueTime = notBefore }, cancellation);

    public async ValueTask CheckAsync(CancellationToken cancellation)
    {
        await using var receiver = client.CreateReceiver(QueueNames.Emails);
        await receiver.PeekMessagesAsync(1, cancellationToken: cancellation);
    }

    private async ValueTask SendAsync(string queue, ServiceBusMessage message, CancellationToken cancellation) =>
        await _senders.GetOrAdd(queue, client.CreateSender).SendMessageAsync(message, cancellation);
}
