using System.Text.Json;
using Mentoring.Local.Durable;
using Microsoft.DurableTask;

namespace Mentoring.Tests.Durable;

/// <summary>Orchestrators and activities of one test, by name.</summary>
internal sealed class Script : IDurableFunctions
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every attempt of every activity, in order: name and input.</summary>
    internal List<string> Calls { get; } = [];

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) => _orchestrators.GetValueOrDefault(name);

    public Func<ActivityCall, CancellationToken, Task<object?>>? FindActivity(string name) => _activities.GetValueOrDefault(name);

    internal Script Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> code)
    {
        _orchestrators[name] = code;
        return this;
    }

    internal Script Orchestrator(string name, Func<TaskOrchestrationContext, Task> code) => Orchestrator(name, async context =>
    {
        await code(context);
        return (object?)null;
    });

    internal Script Activity(string name, Func<string?, object?> code) => Activity(name, call => Task.FromResult(code(call.Input)));

    internal Script Activity(string name, Func<ActivityCall, Task<object?>> code)
    {
        _activities[name] = (call, _) =>
        {
            Calls.Add($"{call.Name}({call.Input})");
            return code(call);
        };
        return this;
    }

    /// <summary>Gives back its input.</summary>
    internal Script Echo(string name = "Echo") => Activity(name, input => input is null ? null : JsonSerializer.Deserialize<JsonElement>(input));
}
