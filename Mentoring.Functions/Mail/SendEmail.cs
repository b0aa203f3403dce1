using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Mail;

/// <summary>Consumes the queue of mails.</summary>
public sealed class SendEmail(MailDispatch dispatch, ILogger<SendEmail> logger)
{
    [Function(nameof(SendEmail))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.Emails, Connection = "ServiceBusConnection")] string body,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        dispatch.SendAsync(OutboxAddress.Read(body), new DurableWaker(client, logger), cancellation);
}
