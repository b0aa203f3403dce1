using Mentoring.Local.Durable;
using Microsoft.DurableTask;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>Gives the engine the orchestrators and activities among the functions.</summary>
internal sealed class DurableFunctions(IReadOnlyList<FunctionEntry> functions, Func<FunctionRunner> runner) : IDurableFunctions
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = functions
        .Where(entry => entry.Trigger is Trigger.Orchestration)
        .ToDictionary(entry => entry.Name, entry => (Func<TaskOrchestrationContext, Task<object?>>)(context => runner().RunAsync(entry, context)), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> activities = functions
        .Where(entry => entry.Trigger is Trigger.Activity)
        .ToDictionary(entry => entry.Name, entry => (Func<ActivityCall, CancellationToken, Task<object?>>)((call, cancellation) => runner().RunAsync(entry, call, cancellation)), StringComparer.OrdinalIgnoreCase);

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) => orchestrators.GetValueOrDefault(name);

    public Func<ActivityCall, CancellationToken, Task<object?>>? FindActivity(string name) => activities.GetValueOrDefault(name);
}
