using System.Net;

namespace Mentoring.Tests.Hosting;

public sealed class QueueFunctionTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ToyRecord record = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_sent_by_a_request_is_consumed_once_the_host_works()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(QueueToys));
        foreach (var body in new[] { "one", "two" })
        {
            using var answer = await host.Client.PostAsync($"/messages/{body}", new StringContent(body));
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        Assert.Empty(record.Done);
        await host.DrainAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["message one 00:00:00 try 0", "message two 00:00:00 try 0"], record.Done);
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_ten_times_with_growing_delays_and_then_laid_aside_with_the_reason()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(QueueToys));
        await host.Queue.SendAsync("toys", "1", "bad", default);
        await host.Queue.SendAsync("toys", "2", "good", default);

        await host.AdvanceAsync(TimeSpan.FromHours(2));

        var tries = record.Done.Where(each => each.StartsWith("message bad", StringComparison.Ordinal)).ToArray();
        Assert.Equal(
            ["00:00:00", "00:00:10", "00:00:30", "00:01:10", "00:02:30", "00:05:10", "00:10:30", "00:20:30", "00:30:30", "00:40:30"],
            tries.Select(each => each.Split(' ')[2]));
        Assert.EndsWith("try 9", tries[^1], StringComparison.Ordinal);
        Assert.Equal("message good 00:00:00 try 0", record.Done[1]);
        var dead = Assert.Single(host.Queue.Dead("toys"));
        Assert.Equal("bad", dead.Body);
        Assert.Equal(10, dead.Deliveries);
        Assert.Contains("The toy doesn't like it.", dead.Reason, StringComparison.Ordinal);
        Assert.Equal(10, host.Faults.Count);
    }

    [Fact]
    public async Task A_message_being_worked_on_when_the_process_dies_comes_again()
    {
        var killed = folder.File("killed");
        record.Within = what =>
        {
            if (what.StartsWith("message one", StringComparison.Ordinal)) FolderCopy.Take(folder.File("live"), killed);
        };
        await using (var host = await ToyHost.StartAsync(folder.File("live"), record, typeof(QueueToys)))
        {
            await host.Queue.SendAsync("toys", "1", "one", default);
            await host.DrainAsync();
        }

        var again = new ToyRecord();
        await using var risen = await ToyHost.StartAsync(killed, again, typeof(QueueToys));
        await risen.DrainAsync();
        await risen.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["message one 00:00:00 try 1"], again.Done);
    }
}
