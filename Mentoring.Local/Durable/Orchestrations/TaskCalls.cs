using Microsoft.DurableTask;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>Asks for activities and child orchestrations, as often as their retry options say.</summary>
internal sealed class TaskCalls(ActionLog actions, OpenTasks tasks, DurableOptions engine)
{
    /// <summary>An activity has the version of the instance unless the options name another.</summary>
    internal async Task<TResult> ActivityAsync<TResult>(OrchestrationContext context, string name, object? input, TaskOptions? options)
    {
        var json = engine.Converter.Serialize(input);
        var version = options?.Version is { } named ? named.Version : context.Version;
        return Result<TResult>(await RetryLoop.RunAsync(context, name, options?.Retry, () =>
        {
            var id = actions.NextId();
            actions.Ask(id, new TaskScheduled(id, name, version, json));
            return (id, tasks.Open(id));
        }));
    }

    /// <summary>A child has the host's default version unless the options name another.</summary>
    internal async Task<TResult> ChildAsync<TResult>(OrchestrationContext context, string name, object? input, TaskOptions? options)
    {
        var childId = (options as SubOrchestrationOptions)?.InstanceId ?? context.NewGuid().ToString("N");
        var json = engine.Converter.Serialize(input);
        var version = options?.Version is { } named ? named.Version : engine.DefaultVersion;
        return Result<TResult>(await RetryLoop.RunAsync(context, name, options?.Retry, () =>
        {
            var id = actions.NextId();
            actions.Ask(id, new ChildCreated(id, childId, name, version, json));
            return (id, tasks.Open(id, childId));
        }));
    }

    private TResult Result<TResult>(string? json) => engine.Converter.Deserialize<TResult>(json)!;
}
