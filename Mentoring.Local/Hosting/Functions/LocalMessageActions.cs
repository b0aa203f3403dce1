using Azure.Messaging.ServiceBus;
using Mentoring.Local.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>Settles the message of one delivery. What is settled here, the pump finds settled when the function returns.</summary>
internal sealed class LocalMessageActions(SqliteQueue queue, QueuedMessage message) : ServiceBusMessageActions
{
    public override async Task CompleteMessageAsync(ServiceBusReceivedMessage _, CancellationToken cancellationToken = default) => await queue.CompleteAsync(message);

    public override async Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage _,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        await queue.DeadLetterAsync(message, $"{deadLetterReason}: {deadLetterErrorDescription}");
}
