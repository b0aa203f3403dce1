using Azure.Messaging.ServiceBus;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Mail;

/// <summary>Consumes the queue of mails. A message that names no mail goes to the dead letters with the reason.</summary>
public sealed class SendEmail(MailDispatch dispatch, ILogger<SendEmail> logger)
{
    [Function(nameof(SendEmail))]
    public async Task RunAsync(
        [ServiceBusTrigger(QueueNames.Emails, Connection = "ServiceBusConnection", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (OutboxAddress.TryRead(message.Body.ToString()) is not { } address)
        {
            await actions.DeadLetterMessageAsync(
                message, deadLetterReason: "unreadable", deadLetterErrorDescription: "A message on the queue of mails must read round/id.", cancellationToken: cancellation);
            return;
        }

        await dispatch.SendAsync(address, new DurableWaker(client, logger), cancellation);
        await actions.CompleteMessageAsync(message, cancellation);
    }
}
