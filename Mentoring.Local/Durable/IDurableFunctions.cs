using Microsoft.DurableTask;

namespace Mentoring.Local.Durable;

/// <summary>The code that the engine runs, by name. Names are matched without regard to case.</summary>
public interface IDurableFunctions
{
    /// <summary>The orchestrator's code; what it returns is serialized with <see cref="DurableOptions.Converter"/>.</summary>
    Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name);

    /// <summary>The activity's code; what it returns is serialized with <see cref="DurableOptions.Converter"/>.</summary>
    Func<ActivityCall, CancellationToken, Task<object?>>? FindActivity(string name);
}
