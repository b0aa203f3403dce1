using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Events;

/// <summary>The topic <c>events</c> of Service Bus: one message an event, in CloudEvents' structured form. Its duplicate detection drops what comes again.</summary>
public sealed class ServiceBusTopic(ServiceBusClient client) : IEventTopic
{
    public const string Name = "events";

    private readonly Lazy<ServiceBusSender> _sender = new(() => client.CreateSender(Name));

    public bool IsOn => true;

    public async ValueTask PublishAsync(IReadOnlyList<CloudEvent> events, CancellationToken cancellation) =>
        await _sender.Value.SendMessagesAsync(events.Select(Message), cancellation);

    private static ServiceBusMessage Message(CloudEvent happened) => new(JsonSerializer.Serialize(happened, LedgerJson.Options))
    {
        MessageId = Queues.ServiceBus.MessageIds.Short($"{happened.Source}#{happened.Id}"),
        ContentType = "application/cloudevents+json; charset=utf-8",
        Subject = happened.Type,
    };
}
