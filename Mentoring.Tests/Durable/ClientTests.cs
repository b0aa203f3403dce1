using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class ClientTests
{
    private static readonly Script s_script = new Script().Echo()
        .Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"))
        .Orchestrator("Return", context => Task.FromResult<object?>(context.GetInput<int>()));

    [Fact]
    public async Task Starting_a_running_instance_throws_and_a_finished_one_is_replaced()
    {
        await using var rig = new Rig(s_script);
        await rig.StartAsync("Wait");
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.StartAsync("Return", 1));
        await rig.Engine.RunDueAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.StartAsync("Return", 1));
        await rig.Client.RaiseEventAsync("one", "go", 1);
        await rig.Engine.RunDueAsync();
        Assert.Equal(2, (await rig.PlayAsync("Return", 2)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_finished_instance_stays_where_its_status_is_deduplicated()
    {
        await using var rig = new Rig(s_script);
        await rig.PlayAsync("Return", 1);
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Client.ScheduleNewOrchestrationInstanceAsync("Return", 2, options));
        Assert.Equal(1, (await rig.GetAsync()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_start_may_wait_for_its_time_and_events_wait_for_the_start()
    {
        await using var rig = new Rig(s_script);
        await rig.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("one", Rig.Start.AddDays(1)));
        await rig.Client.RaiseEventAsync("one", "go", 1);
        await rig.Engine.RunDueAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await rig.GetAsync()).RuntimeStatus);
        Assert.Equal(Rig.Start.AddDays(1), rig.Engine.NextDue);
        await rig.RunUntilAsync(Rig.Start.AddDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.GetAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task Payloads_come_only_when_asked_for()
    {
        await using var rig = new Rig(s_script);
        await rig.PlayAsync("Return", 5);
        var bare = await rig.Client.GetInstanceAsync("one");
        Assert.Null(bare!.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<int>());
        Assert.Equal((5, 5), ((await rig.GetAsync()).ReadInputAs<int>(), (await rig.GetAsync()).ReadOutputAs<int>()));
        Assert.Null(await rig.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task Why_an_instance_failed_is_told_of_itself_with_its_payloads_and_never_in_a_query()
    {
        await using var rig = new Rig(s_script);
        var failed = await rig.PlayAsync("No such orchestrator");
        Assert.NotNull(failed.FailureDetails);
        Assert.Null((await rig.Client.GetInstanceAsync("one"))!.FailureDetails);
        var found = Assert.Single(await ToListAsync(rig.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true))));
        Assert.Equal((OrchestrationRuntimeStatus.Failed, null), (found.RuntimeStatus, found.FailureDetails));
    }

    [Fact]
    public async Task Queries_page_by_id_prefix_status_and_time()
    {
        await using var rig = new Rig(s_script);
        for (var number = 0; number < 25; number++) await rig.StartAsync(number % 2 == 0 ? "Wait" : "Return", number, $"offer-{number:00}");
        await rig.StartAsync("Wait", id: "round-1");
        await rig.Engine.RunDueAsync();

        List<string> running = [];
        var pages = 0;
        var query = new OrchestrationQuery(InstanceIdPrefix: "offer-", Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 5);
        await foreach (var page in rig.Client.GetAllInstancesAsync(query).AsPages())
        {
            pages++;
            running.AddRange(page.Values.Select(instance => instance.InstanceId));
        }

        Assert.Equal(Enumerable.Range(0, 13).Select(number => $"offer-{number * 2:00}"), running);
        Assert.Equal(3, pages);
        Assert.Empty(await ToListAsync(rig.Client.GetAllInstancesAsync(new OrchestrationQuery(CreatedFrom: Rig.Start.AddTicks(1)))));
        Assert.Equal(26, (await ToListAsync(rig.Client.GetAllInstancesAsync())).Count);
    }

    [Fact]
    public async Task Purging_removes_finished_instances_only()
    {
        await using var rig = new Rig(s_script);
        await rig.PlayAsync("Return", 1);
        await rig.StartAsync("Wait", id: "two");
        await rig.Engine.RunDueAsync();
        Assert.Equal(0, (await rig.Client.PurgeInstanceAsync("two")).PurgedInstanceCount);
        Assert.Equal(1, (await rig.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        Assert.Null(await rig.Client.GetInstanceAsync("one"));
        Assert.Null(rig.Engine.ExportHistory("one"));
        Assert.NotNull(await rig.Client.GetInstanceAsync("two"));
    }

    [Fact]
    public async Task A_finished_instance_restarts_with_its_input()
    {
        await using var rig = new Rig(s_script);
        await rig.PlayAsync("Return", 9);
        Assert.Equal("one", await rig.Client.RestartAsync("one"));
        var other = await rig.Client.RestartAsync("one", restartWithNewInstanceId: true);
        await rig.Engine.RunDueAsync();
        Assert.Equal((9, 9), ((await rig.GetAsync()).ReadOutputAs<int>(), (await rig.GetAsync(other)).ReadOutputAs<int>()));
    }

    [Fact]
    public async Task A_failed_instance_rewinds_to_its_last_failed_task_and_loses_no_event()
    {
        var isBroken = true;
        var script = new Script().Echo()
            .Activity("Mend", _ => isBroken ? throw new FormatException("broken") : "mended")
            .Orchestrator("Main", async context =>
            {
                await context.CallActivityAsync("Echo", "once");
                var mended = await context.CallActivityAsync<string>("Mend", null, TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromHours(1))));
                return (object?)$"{mended} {await context.WaitForExternalEvent<string>("reply")}";
            });
        await Rig.BothAsync(script, async rig =>
        {
            isBroken = true;
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "heard");
            await rig.RunToEndAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await rig.GetAsync()).RuntimeStatus);
            isBroken = false;
            await rig.Client.RewindInstanceAsync("one", "mended by hand");
            await rig.RunToEndAsync();
            Assert.Equal("mended heard", (await rig.GetAsync()).ReadOutputAs<string>());
            Assert.Single(script.Calls, "Echo(\"once\")");
        });
    }

    [Fact]
    public async Task Orders_to_nobody_throw_and_to_a_finished_instance_change_nothing()
    {
        await using var rig = new Rig(s_script);
        await rig.PlayAsync("Return", 1);
        await Assert.ThrowsAsync<ArgumentException>(() => rig.Client.TerminateInstanceAsync("nobody"));
        await rig.Client.SuspendInstanceAsync("one");
        await rig.Client.TerminateInstanceAsync("one");
        await rig.Engine.RunDueAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.GetAsync()).RuntimeStatus);
    }

    private static async Task<List<OrchestrationMetadata>> ToListAsync(AsyncPageable<OrchestrationMetadata> pageable)
    {
        List<OrchestrationMetadata> all = [];
        await foreach (var instance in pageable) all.Add(instance);
        return all;
    }
}
