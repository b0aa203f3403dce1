using Azure.Messaging.ServiceBus;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Mail.Reports;

/// <summary>Consumes the queue of delivery reports. What cannot be read goes to the dead letters with the reason; what is of another kind is logged and done with.</summary>
public sealed partial class ReceiveDeliveryReport(DeliveryReports reports, ILogger<ReceiveDeliveryReport> logger)
{
    [Function(nameof(ReceiveDeliveryReport))]
    public async Task RunAsync(
        [ServiceBusTrigger(QueueNames.DeliveryReports, Connection = "ServiceBusConnection", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        try
        {
            var (read, others) = DeliveryReport.Read(message.Body);
            foreach (var report in read)
                await reports.EnterAsync(report, new DurableWaker(client, logger), cancellation);
            foreach (var kind in others)
                OtherKind(logger, kind);
        }
        catch (FormatException fault)
        {
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "unreadable", deadLetterErrorDescription: fault.Message, cancellationToken: cancellation);
            return;
        }

        await actions.CompleteMessageAsync(message, cancellation);
    }

    [LoggerMessage(1, LogLevel.Information, "An event of kind {Kind} was acknowledged: nothing here waits for it")]
    private static partial void OtherKind(ILogger logger, string kind);
}
