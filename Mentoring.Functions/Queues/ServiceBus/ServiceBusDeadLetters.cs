using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace Mentoring.Functions.Queues.ServiceBus;

/// <summary>The dead-letter queues of Service Bus.</summary>
public sealed class ServiceBusDeadLetters(ServiceBusClient client) : IDeadLetters
{
    private const int AtMost = 100;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public async ValueTask<IReadOnlyList<DeadLetter>> ListAsync(string queue, CancellationToken cancellation)
    {
        await using var receiver = Receiver(queue);
        var letters = new List<DeadLetter>();
        IReadOnlyList<ServiceBusReceivedMessage> peeked;
        do
        {
            // Fewer than asked for does not mean that there are no more.
            peeked = await receiver.PeekMessagesAsync(AtMost - letters.Count, letters.Count == 0 ? null : letters[^1].Number + 1, cancellation);
            letters.AddRange(peeked.Select(message => new DeadLetter(queue, message.SequenceNumber, message.MessageId, message.DeliveryCount, Reason(message))));
        }
        while (peeked.Count > 0 && letters.Count < AtMost);

        return letters;
    }

    public async ValueTask<bool> SendAgainAsync(string queue, long number, CancellationToken cancellation)
    {
        await using var receiver = Receiver(queue);
        var held = new List<ServiceBusReceivedMessage>();
        try
        {
            // A dead letter can't be received by its number: all before it are held until it comes.
            while (await receiver.ReceiveMessagesAsync(AtMost, Wait, cancellation) is { Count: > 0 } received)
            {
                held.AddRange(received);
                if (received.FirstOrDefault(message => message.SequenceNumber == number) is not { } found)
                    continue;

                await using var sender = client.CreateSender(queue);
                var again = new ServiceBusMessage(found.Body)
                {
                    // Under its own id it might be taken for a duplicate.
                    MessageId = MessageIds.Short(string.Create(CultureInfo.InvariantCulture, $"{found.MessageId}@again-{number}")),
                    ContentType = found.ContentType,
                    Subject = found.Subject,
                };
                await sender.SendMessageAsync(again, cancellation);
                await receiver.CompleteMessageAsync(found, cancellation);
                held.Remove(found);
                return true;
            }

            return false;
        }
        finally
        {
            foreach (var message in held)
                await receiver.AbandonMessageAsync(message, cancellationToken: CancellationToken.None);
        }
    }

    private ServiceBusReceiver Receiver(string queue) => client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    private static string Reason(ServiceBusReceivedMessage message) =>
        string.Join(": ", new[] { message.DeadLetterReason, message.DeadLetterErrorDescription }.Where(text => !string.IsNullOrEmpty(text)).DefaultIfEmpty("No reason was given."));
}
