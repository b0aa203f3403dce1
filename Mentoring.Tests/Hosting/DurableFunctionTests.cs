using System.Net;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Hosting;

public sealed class DurableFunctionTests : IDisposable
{
    private static readonly string[] WholeJourney =
    [
        "step ann 1 of ann at 09-01T00:00",
        "step ann 2 of ann at 09-02T00:00",
        "step ann 3 of ann at 09-03T00:00",
        "arrive 1,2,3,nobody at 09-09T00:00",
    ];

    private readonly TestFolder folder = new();
    private readonly ToyRecord record = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_orchestration_goes_from_a_request_over_days_to_its_end()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(DurableToys));
        using var started = await host.Client.PostAsync("/journeys/ann", null);
        Assert.Empty(host.Faults);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Empty(record.Done);

        await host.AdvanceAsync(TimeSpan.FromDays(20));

        Assert.Equal(WholeJourney, record.Done);
        var end = await host.Durable.Client.GetInstanceAsync("ann", getInputsAndOutputs: true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end?.RuntimeStatus);
        Assert.Equal("1,2,3,nobody", end?.ReadOutputAs<string>());
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task An_event_raised_by_a_request_wakes_the_orchestration()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(DurableToys));
        using var started = await host.Client.PostAsync("/journeys/ann", null);
        await host.AdvanceAsync(TimeSpan.FromDays(4));
        using var waved = await host.Client.PostAsync("/journeys/ann/wave", null);
        await host.DrainAsync();

        Assert.Equal("arrive 1,2,3,hello at 09-05T00:00", record.Done[^1]);
    }

    [Fact]
    public async Task Killed_within_any_activity_it_goes_on_where_it_was()
    {
        for (var death = 0; death < WholeJourney.Length; death++)
        {
            var (live, killed) = (folder.File($"live-{death}"), folder.File($"killed-{death}"));
            var first = new ToyRecord();
            first.Within = what =>
            {
                if (what == WholeJourney[death]) FolderCopy.Take(live, killed);
            };
            await using (var host = await ToyHost.StartAsync(live, first, typeof(DurableToys), typeof(TimerToys)))
            {
                using var started = await host.Client.PostAsync("/journeys/ann", null);
                await host.AdvanceAsync(TimeSpan.FromDays(20));
            }

            var second = new ToyRecord();
            await using var risen = await ToyHost.StartAsync(killed, second, typeof(DurableToys), typeof(TimerToys));
            await risen.AdvanceToAsync(ToyHost.Start.AddDays(20));

            // The activity it died in comes again, those before it do not.
            Assert.Equal(WholeJourney.Skip(death), second.Done.Where(each => !IsTimer(each)));
            Assert.Equal(Timers(first).TakeLast(Timers(second).Count), Timers(second));
        }
    }

    private static bool IsTimer(string what) => what.StartsWith("five", StringComparison.Ordinal) || what.StartsWith("daily", StringComparison.Ordinal);

    private static List<string> Timers(ToyRecord record) => record.Done.FindAll(IsTimer);
}
