using Mentoring.Local.Durable;
using Microsoft.DurableTask;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>Gives the engine the orchestrators and activities among the functions.</summary>
/// <param name="parts">What runs them and what remembers their faults; asked for once the host is built.</param>
internal sealed class DurableFunctions(IReadOnlyList<FunctionEntry> functions, Func<(FunctionRunner Runner, FaultLog Faults)> parts) : IDurableFunctions
{
    private readonly Dictionary<string, FunctionEntry> orchestrators = ByName(functions.Where(entry => entry.Trigger is Trigger.Orchestration));
    private readonly Dictionary<string, FunctionEntry> activities = ByName(functions.Where(entry => entry.Trigger is Trigger.Activity));

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) => orchestrators.TryGetValue(name, out var entry)
        ? context => RememberingAsync(entry, parts().Runner.RunAsync(entry, context))
        : null;

    public Func<ActivityCall, CancellationToken, Task<object?>>? FindActivity(string name) => activities.TryGetValue(name, out var entry)
        ? (call, cancellation) => RememberingAsync(entry, parts().Runner.RunAsync(entry, call, cancellation))
        : null;

    private static Dictionary<string, FunctionEntry> ByName(IEnumerable<FunctionEntry> entries) =>
        entries.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The engine makes a failed task of it; here it is remembered, though an orchestrator may well handle it.</summary>
    private async Task<object?> RememberingAsync(FunctionEntry entry, Task<object?> running)
    {
        try
        {
            return await running;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            parts().Faults.Add(entry.Name, fault);
            throw;
        }
    }
}
