using Azure.Messaging.ServiceBus;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Queues.ServiceBus;
using Moq;

namespace Mentoring.Tests.Queues;

public sealed class ServiceBusTests
{
    private static readonly DateTimeOffset Later = new(2024, 9, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Mock<ServiceBusClient> client = new(MockBehavior.Strict);
    private readonly Mock<ServiceBusSender> sender = new(MockBehavior.Strict);
    private readonly Mock<ServiceBusReceiver> receiver = new(MockBehavior.Strict);
    private readonly List<ServiceBusMessage> sent = [];

    public ServiceBusTests()
    {
        client.Setup(each => each.CreateSender("emails")).Returns(sender.Object);
        client.Setup(each => each.CreateReceiver("emails", It.Is<ServiceBusReceiverOptions>(options => options.SubQueue == SubQueue.DeadLetter))).Returns(receiver.Object);
        sender.Setup(each => each.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>())).Callback((ServiceBusMessage message, CancellationToken _) => sent.Add(message)).Returns(Task.CompletedTask);
        sender.Setup(each => each.DisposeAsync()).Returns(ValueTask.CompletedTask);
        receiver.Setup(each => each.DisposeAsync()).Returns(ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_message_bears_its_id_for_the_duplicate_detection_and_its_moment()
    {
        var queue = new ServiceBusQueue(client.Object);
        await queue.SendAsync("emails", "offer.1", "2024/offer.1", default);
        await queue.SendAsync("emails", new string('x', 200), "2024/offer.2", Later, default);

        Assert.Equal(("offer.1", "2024/offer.1", default(DateTimeOffset)), (sent[0].MessageId, sent[0].Body.ToString(), sent[0].ScheduledEnqueueTime));
        Assert.Equal(Later, sent[1].ScheduledEnqueueTime);
        Assert.Equal(64, sent[1].MessageId.Length);
        client.Verify(each => each.CreateSender("emails"), Times.Once);
    }

    [Fact]
    public async Task Dead_letters_are_listed_with_their_reasons()
    {
        receiver.SetupSequence(each => each.PeekMessagesAsync(It.IsAny<int>(), It.IsAny<long?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([Dead(3, "a"), Dead(4, "b", "unreadable")])
            .ReturnsAsync([Dead(9, "c", "MaxDeliveryCountExceeded", "It failed.")])
            .ReturnsAsync([]);

        var letters = await new ServiceBusDeadLetters(client.Object).ListAsync("emails", default);

        Assert.Equal([new DeadLetter("emails", 3, "a", 10, "No reason was given."), new("emails", 4, "b", 10, "unreadable"), new("emails", 9, "c", 10, "MaxDeliveryCountExceeded: It failed.")], letters);
        receiver.Verify(each => each.PeekMessagesAsync(98, 5, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task One_dead_letter_is_sent_again_under_an_id_of_its_own_and_the_others_stay()
    {
        var (first, wanted) = (Dead(3, "a"), Dead(4, "b"));
        receiver.Setup(each => each.ReceiveMessagesAsync(100, It.IsAny<TimeSpan?>(), It.IsAny<CancellationToken>())).ReturnsAsync([first, wanted]);
        receiver.Setup(each => each.CompleteMessageAsync(wanted, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask).Verifiable(Times.Once);
        receiver.Setup(each => each.AbandonMessageAsync(first, null, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask).Verifiable(Times.Once);

        Assert.True(await new ServiceBusDeadLetters(client.Object).SendAgainAsync("emails", 4, default));

        var again = Assert.Single(sent);
        Assert.Equal(("b@again-4", "2024/b"), (again.MessageId, again.Body.ToString()));
        receiver.Verify();
    }

    [Fact]
    public async Task A_dead_letter_that_is_not_there_cannot_be_sent_again()
    {
        var other = Dead(3, "a");
        receiver.SetupSequence(each => each.ReceiveMessagesAsync(100, It.IsAny<TimeSpan?>(), It.IsAny<CancellationToken>())).ReturnsAsync([other]).ReturnsAsync([]);
        receiver.Setup(each => each.AbandonMessageAsync(other, null, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask).Verifiable(Times.Once);

        Assert.False(await new ServiceBusDeadLetters(client.Object).SendAgainAsync("emails", 4, default));
        Assert.Empty(sent);
        receiver.Verify();
    }

    private static ServiceBusReceivedMessage Dead(long number, string id, string? reason = null, string? description = null)
    {
        var properties = new Dictionary<string, object>();
        if (reason is not null) properties["DeadLetterReason"] = reason;
        if (description is not null) properties["DeadLetterErrorDescription"] = description;
        return ServiceBusModelFactory.ServiceBusReceivedMessage(body: BinaryData.FromString($"2024/{id}"), messageId: id, sequenceNumber: number, deliveryCount: 10, properties: properties);
    }
}
