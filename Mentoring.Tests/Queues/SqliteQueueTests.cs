using Mentoring.Local.Hosting;
using Mentoring.Local.Queues;
using Mentoring.Local.Storage;

namespace Mentoring.Tests.Queues;

public sealed class SqliteQueueTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly WorkSignal signal = new();
    private readonly Hand hand = new();
    private readonly SqliteStore store;
    private readonly SqliteQueue queue;

    public SqliteQueueTests()
    {
        store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Process);
        queue = new SqliteQueue(store, hand, signal);
    }

    public void Dispose()
    {
        store.Dispose();
        signal.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_same_message_id_is_taken_again_only_after_the_window()
    {
        await queue.SendAsync("emails", "m", "1", default);
        hand.Now += SqliteQueue.DetectionWindow - TimeSpan.FromTicks(1);
        await queue.SendAsync("emails", "m", "2", default);
        await queue.SendAsync("others", "m", "3", default);
        hand.Now += TimeSpan.FromTicks(1);
        await queue.SendAsync("emails", "m", "4", default);

        Assert.Equal(["1", "4"], await Bodies("emails"));
        Assert.Equal(["3"], await Bodies("others"));
    }

    [Fact]
    public async Task A_message_that_was_completed_is_still_known_within_the_window()
    {
        await queue.SendAsync("emails", "m", "1", default);
        Assert.Equal(["1"], await Bodies("emails"));
        await queue.SendAsync("emails", "m", "1", default);
        Assert.Empty(await Bodies("emails"));
    }

    [Fact]
    public async Task A_locked_message_is_nobody_elses_until_the_lock_ends()
    {
        await queue.SendAsync("emails", "m", "1", default);
        var first = await queue.TakeAsync("emails");
        Assert.NotNull(first);
        Assert.Null(await queue.TakeAsync("emails"));
        Assert.Equal(hand.Now + SqliteQueue.LockTime, queue.NextVisible("emails"));

        hand.Now += SqliteQueue.LockTime;
        var second = await queue.TakeAsync("emails");

        Assert.Equal(2, second?.Deliveries);
        Assert.False(await queue.CompleteAsync(first));
        Assert.False(await queue.AbandonAsync(first, TimeSpan.Zero, "late"));
        Assert.True(await queue.CompleteAsync(second!));
        Assert.Null(queue.NextVisible("emails"));
    }

    [Fact]
    public async Task A_message_that_is_given_back_waits_for_its_delay_and_lets_others_pass()
    {
        await queue.SendAsync("emails", "m1", "1", default);
        await queue.SendAsync("emails", "m2", "2", default);
        Assert.True(await queue.AbandonAsync((await queue.TakeAsync("emails"))!, TimeSpan.FromSeconds(30), "busy"));

        Assert.Equal("2", (await queue.TakeAsync("emails"))?.Body);
        Assert.Null(await queue.TakeAsync("emails"));
        hand.Now += TimeSpan.FromSeconds(30);
        Assert.Equal("1", (await queue.TakeAsync("emails"))?.Body);
    }

    [Fact]
    public async Task A_message_whose_deliveries_are_never_answered_is_laid_aside_in_the_end()
    {
        await queue.SendAsync("emails", "m", "1", default);
        for (var delivery = 1; delivery <= SqliteQueue.MaxDeliveries; delivery++)
        {
            Assert.Equal(delivery, (await queue.TakeAsync("emails"))?.Deliveries);
            hand.Now += SqliteQueue.LockTime;
        }

        Assert.Null(await queue.TakeAsync("emails"));
        Assert.Contains("never answered", Assert.Single(queue.Dead("emails")).Reason, StringComparison.Ordinal);
        Assert.Null(queue.NextVisible("emails"));
    }

    [Fact]
    public async Task What_a_dead_process_had_under_lock_is_free_at_once()
    {
        await queue.SendAsync("emails", "m", "1", default);
        await queue.TakeAsync("emails");
        hand.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(1, await queue.ReleaseLocksAsync());

        Assert.Equal(2, (await queue.TakeAsync("emails"))?.Deliveries);
    }

    [Fact]
    public async Task Each_message_goes_to_one_of_many_takers()
    {
        for (var number = 0; number < 50; number++) await queue.SendAsync("emails", $"{number}", $"{number}", default);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var bodies = new List<string>();
            while (await queue.TakeAsync("emails") is { } message) bodies.Add(message.Body);
            return bodies;
        })));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}").Order(), taken.SelectMany(each => each).Order());
    }

    private async Task<List<string>> Bodies(string name)
    {
        var bodies = new List<string>();
        while (await queue.TakeAsync(name) is { } message)
        {
            bodies.Add(message.Body);
            Assert.True(await queue.CompleteAsync(message));
        }

        return bodies;
    }

    private sealed class Hand : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
