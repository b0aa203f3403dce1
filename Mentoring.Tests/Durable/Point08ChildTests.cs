using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point08ChildTests
{
    [Fact]
    public Task A_child_gets_its_input_knows_its_parent_and_answers()
    {
        var script = new Script()
            .Orchestrator("Child", context => Task.FromResult<object?>($"{context.GetInput<int>()} for {context.Parent!.Name} {context.Parent.InstanceId}"))
            .Orchestrator("Main", async context => (object?)await context.CallSubOrchestratorAsync<string>("Child", 7));
        return Rig.BothAsync(script, async rig => Assert.Equal("7 for Main one", (await rig.PlayAsync("Main")).ReadOutputAs<string>()));
    }

    [Fact]
    public Task Without_an_id_a_child_is_named_by_the_next_guid()
    {
        var script = new Script()
            .Orchestrator("Child", context => Task.FromResult<object?>(context.InstanceId))
            .Orchestrator("Main", async context => (object?)await context.CallSubOrchestratorAsync<string>("Child"));
        return Rig.BothAsync(script, async rig =>
            Assert.Equal(Local.Durable.DeterministicGuid.Create("one", Rig.Start.UtcDateTime, 0).ToString("N"), (await rig.PlayAsync("Main")).ReadOutputAs<string>()));
    }

    [Fact]
    public Task A_childs_failure_is_a_failed_task_with_the_childs_details()
    {
        var script = new Script()
            .Orchestrator("Child", _ => throw new FormatException("unreadable"))
            .Orchestrator("Main", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child"));
                return (object?)$"{failed.TaskName} {failed.TaskId} {failed.FailureDetails.ErrorType} {failed.FailureDetails.IsCausedBy<FormatException>()}";
            });
        return Rig.BothAsync(script, async rig =>
            Assert.Equal("Child 0 System.FormatException True", (await rig.PlayAsync("Main")).ReadOutputAs<string>()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Termination_reaches_children_and_theirs_only_when_recursive(bool isRecursive)
    {
        var script = new Script()
            .Orchestrator("Grandchild", context => context.WaitForExternalEvent<int>("never"))
            .Orchestrator("Child", context => context.CallSubOrchestratorAsync("Grandchild", options: new SubOrchestrationOptions(instanceId: "grandchild")))
            .Orchestrator("Main", context => context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "child")));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.TerminateInstanceAsync("one", new TerminateInstanceOptions("over", isRecursive));
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await rig.GetAsync()).RuntimeStatus);
            foreach (var id in (string[])["child", "grandchild"])
                Assert.Equal(isRecursive ? OrchestrationRuntimeStatus.Terminated : OrchestrationRuntimeStatus.Running, (await rig.GetAsync(id)).RuntimeStatus);
        });
    }

    [Fact]
    public Task A_child_may_continue_as_new_before_it_answers()
    {
        var script = new Script()
            .Orchestrator("Child", context =>
            {
                if (context.GetInput<int>() < 3) context.ContinueAsNew(context.GetInput<int>() + 1);
                return Task.FromResult<object?>(context.GetInput<int>());
            })
            .Orchestrator("Main", async context => (object?)await context.CallSubOrchestratorAsync<int>("Child", 0));
        return Rig.BothAsync(script, async rig => Assert.Equal(3, (await rig.PlayAsync("Main")).ReadOutputAs<int>()));
    }
}
