using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Mentoring.Functions.Events;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;
using Mentoring.Functions.Settings;
using Mentoring.Tests.Ledger.Tables;
using Moq;

namespace Mentoring.Tests.Queues;

public sealed class EventTopicTests
{
    private static readonly DateTimeOffset Start = new(2024, 9, 30, 11, 0, 0, 500, TimeSpan.Zero);
    private static readonly Site Site = new(new Uri("https://mentoring.example/"));

    private readonly TablesLedger ledger = new(new InMemoryTable(), TablesLedgerTests.Patience);

    [Fact]
    public async Task Each_entry_of_each_journal_is_published_once_and_in_order()
    {
        var topic = new Topic();
        var publishing = new EventPublishing(ledger, topic, Site);
        await EnterAsync("2024", 130);
        await EnterAsync("2025", 3);

        await publishing.PublishAsync(default);
        await publishing.PublishAsync(default);
        await EnterAsync("2025", 1);
        await publishing.PublishAsync(default);

        Assert.Equal(134, topic.Published.Count);
        Assert.Equal(Enumerable.Range(1, 130).Select(number => $"{number}"), topic.Published.Where(each => each.Source.EndsWith("/rounds/2024", StringComparison.Ordinal)).Select(each => each.Id));
        Assert.Equal(["1", "2", "3", "4"], topic.Published.Where(each => each.Source.EndsWith("/rounds/2025", StringComparison.Ordinal)).Select(each => each.Id));
    }

    [Fact]
    public async Task What_was_published_and_not_remembered_is_published_again_under_the_same_id()
    {
        var topic = new Topic { FailsAfterwards = true };
        await EnterAsync("2024", 2);
        await Assert.ThrowsAsync<TimeoutException>(() => new EventPublishing(ledger, topic, Site).PublishAsync(default));
        topic.FailsAfterwards = false;
        await new EventPublishing(ledger, topic, Site).PublishAsync(default);
        Assert.Equal(["1", "2", "1", "2"], topic.Published.Select(each => each.Id));
    }

    [Fact]
    public async Task An_event_is_a_cloud_event_that_names_ids_alone()
    {
        var sent = new List<ServiceBusMessage>();
        var sender = new Mock<ServiceBusSender>(MockBehavior.Strict);
        sender.Setup(each => each.SendMessagesAsync(It.IsAny<IEnumerable<ServiceBusMessage>>(), It.IsAny<CancellationToken>()))
            .Callback((IEnumerable<ServiceBusMessage> messages, CancellationToken _) => sent.AddRange(messages)).Returns(Task.CompletedTask);
        var client = new Mock<ServiceBusClient>(MockBehavior.Strict);
        client.Setup(each => each.CreateSender("events")).Returns(sender.Object);
        await EnterAsync("2024", 1);

        await new EventPublishing(ledger, new ServiceBusTopic(client.Object), Site).PublishAsync(default);

        var message = Assert.Single(sent);
        Assert.StartsWith("application/cloudevents+json", message.ContentType, StringComparison.Ordinal);
        Assert.Equal(("mentoring.offer.accepted", "https://mentoring.example/rounds/2024#1"), (message.Subject, message.MessageId));
        Assert.Equal(
            """{"specversion":"1.0","id":"1","source":"https://mentoring.example/rounds/2024","type":"mentoring.offer.accepted","subject":"offer:1","time":"2024-09-30T11:00:00.5Z","datacontenttype":"application/json","data":{"partnership":"p-1","by":"mentee"}}""",
            JsonSerializer.Serialize(JsonDocument.Parse(message.Body).RootElement));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_remembered_as_published()
    {
        await EnterAsync("2024", 1);
        await new EventPublishing(ledger, new NoTopic(), Site).PublishAsync(default);
        Assert.Null(await ledger.ReadAsync(new RowKey("2024", EventCursor.Kind, "2024"), default));
    }

    private async Task EnterAsync(string round, int entries)
    {
        var from = (int)await ledger.JournalHeadAsync(round, default);
        RowWrite[] rows = from == 0 ? [new RowWrite.Insert(new RowKey(round, "round", round), "1")] : [];
        foreach (var chunk in Enumerable.Range(from + 1, entries).Chunk(50))
        {
            await ledger.CommitAsync(new(round, $"{round}-{chunk[0]}", rows, [.. chunk.Select(number => new JournalDraft(Start, "offer.accepted", $"offer:{number}", "mentee", [new("partnership", $"p-{number}")]))]), default);
            rows = [];
        }
    }

    private sealed class Topic : IEventTopic
    {
        public bool IsOn => true;

        public bool FailsAfterwards { get; set; }

        public List<CloudEvent> Published { get; } = [];

        public ValueTask PublishAsync(IReadOnlyList<CloudEvent> events, CancellationToken cancellation)
        {
            Published.AddRange(events);
            return FailsAfterwards ? throw new TimeoutException() : default;
        }
    }
}
