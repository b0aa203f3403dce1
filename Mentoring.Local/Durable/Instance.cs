using Microsoft.DurableTask.Client;

namespace Mentoring.Local.Durable;

/// <summary>The row of an orchestration instance, and its execution while that is kept in memory.</summary>
internal sealed class Instance(string id, string name, DateTime createdAt)
{
    internal string Id { get; } = id;

    internal string Name { get; } = name;

    internal DateTime CreatedAt { get; } = createdAt;

    internal DateTime UpdatedAt { get; set; } = createdAt;

    internal string Version { get; set; } = string.Empty;

    internal long ExecutionNumber { get; set; }

    /// <summary>How many turns of the execution are recorded.</summary>
    internal int Turns { get; set; }

    internal OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    internal string? Input { get; set; }

    internal string? Output { get; set; }

    internal string? CustomStatus { get; set; }

    internal Failure? Failure { get; set; }

    internal ParentAction? Parent { get; init; }

    internal IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Null when the next turn has to replay.</summary>
    internal Execution? Execution { get; set; }

    internal bool IsFinished => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    internal OrchestrationMetadata ToMetadata(DurableOptions options, bool withPayloads, bool withFailure) => new(Name, Id)
    {
        DataConverter = withPayloads ? options.Converter : null,
        RuntimeStatus = Status,
        CreatedAt = CreatedAt,
        LastUpdatedAt = UpdatedAt,
        SerializedInput = withPayloads ? Input : null,
        SerializedOutput = withPayloads ? Output : null,
        SerializedCustomStatus = withPayloads ? CustomStatus : null,
        FailureDetails = withFailure ? Failure?.ToDetails() : null,
        Tags = Tags ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
    };
}
