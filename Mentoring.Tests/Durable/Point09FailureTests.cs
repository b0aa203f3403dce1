using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point09FailureTests
{
    [Fact]
    public Task A_failed_activity_has_details_and_no_exception_object()
    {
        TaskFailedException? caught = null;
        var script = new Script()
            .Activity("Break", _ => throw new FileNotFoundException("no file", new FormatException("inner")))
            .Orchestrator("Main", async context => caught = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Break")));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.PlayAsync("Main");
            Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: no file", caught!.Message);
            Assert.Equal(("Break", 0), (caught.TaskName, caught.TaskId));
            var details = caught.FailureDetails;
            Assert.Equal("System.IO.FileNotFoundException", details.ErrorType);
            Assert.Contains(nameof(A_failed_activity_has_details_and_no_exception_object), details.StackTrace, StringComparison.Ordinal);
            Assert.Equal("System.FormatException", details.InnerFailure!.ErrorType);
            Assert.True(details.IsCausedBy<IOException>());
            Assert.True(details.IsCausedBy<Exception>());
            Assert.False(details.IsCausedBy<FormatException>());
        });
    }

    [Fact]
    public Task An_unhandled_failed_task_carries_the_original_details()
    {
        var script = new Script()
            .Activity("Break", _ => throw new FormatException("unreadable"))
            .Orchestrator("Main", context => context.CallActivityAsync("Break"));
        return Rig.BothAsync(script, async rig =>
        {
            var failure = (await rig.PlayAsync("Main")).FailureDetails!;
            Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.ErrorType);
            Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: unreadable", failure.ErrorMessage);
            Assert.Equal("System.FormatException", failure.InnerFailure!.ErrorType);
        });
    }

    [Fact]
    public Task An_orchestrators_own_exception_fails_it()
    {
        var script = new Script().Orchestrator("Main", _ => throw new NotSupportedException("no"));
        return Rig.BothAsync(script, async rig =>
        {
            var ended = await rig.PlayAsync("Main");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
            Assert.Equal(("System.NotSupportedException", "no"), (ended.FailureDetails!.ErrorType, ended.FailureDetails.ErrorMessage));
        });
    }

    [Fact]
    public Task Unknown_names_fail_and_are_not_retried()
    {
        var policy = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1)));
        var script = new Script().Orchestrator("Main", async context =>
        {
            var activity = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Nobody", null, policy));
            var child = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Nobody", null, policy));
            return (object?)$"{activity.FailureDetails.ErrorType} {child.FailureDetails.ErrorType} {context.CurrentUtcDateTime:HH}";
        });
        return Rig.BothAsync(script, async rig =>
        {
            Assert.Equal("ActivityTaskNotFound OrchestratorTaskNotFound 09", (await rig.PlayAsync("Main")).ReadOutputAs<string>());
            await rig.StartAsync("Nobody", id: "two");
            await rig.Engine.RunDueAsync();
            Assert.Equal("OrchestratorTaskNotFound", (await rig.GetAsync("two")).FailureDetails!.ErrorType);
        });
    }
}
