using System.Text.Json;
using Mentoring.Core;

namespace Mentoring.Functions.Shell;

/// <summary>One stage as the shell sees it: how its rows are read and written, how it decides and evolves.</summary>
public abstract class Stage(string kind)
{
    /// <summary>Kind of its rows in the ledger.</summary>
    public string Kind { get; } = kind;

    public abstract object Nothing { get; }

    public abstract object Read(string json);

    public abstract string Write(object state);

    public abstract DateTimeOffset? DueAt(object state);

    /// <summary>The events, or why not.</summary>
    public abstract (IReadOnlyList<StageEvent> Events, Rejection? Refusal) Decide(object state, object command, DateTimeOffset now);

    public abstract object Evolve(object state, StageEvent happened);
}

/// <inheritdoc/>
public sealed class Stage<TState, TCommand, TEvent>(
    string kind,
    TState nothing,
    Func<TState, TCommand, DateTimeOffset, Decision<TEvent>> decide,
    Func<TState, TEvent, TState> evolve,
    Func<TState, DateTimeOffset?>? dueAt = null) : Stage(kind)
    where TState : class
    where TCommand : class
    where TEvent : StageEvent
{
    public override object Nothing => nothing;

    public override object Read(string json) => Parse(json);

    /// <exception cref="InvalidDataException">The row is not of this stage, or of a newer version of it.</exception>
    public TState Parse(string json) => JsonSerializer.Deserialize<TState>(json, LedgerJson.Options) ?? throw new InvalidDataException($"A row of {Kind} is empty.");

    // As the base type, so that the case's name is written.
    public override string Write(object state) => JsonSerializer.Serialize((TState)state, LedgerJson.Options);

    public override DateTimeOffset? DueAt(object state) => dueAt?.Invoke((TState)state);

    public override (IReadOnlyList<StageEvent> Events, Rejection? Refusal) Decide(object state, object command, DateTimeOffset now) =>
        decide((TState)state, (TCommand)command, now) switch
        {
            Decision<TEvent>.Accepted accepted => (accepted.Events, null),
            Decision<TEvent>.Rejected rejected => ([], rejected.Reason),
            _ => throw new InvalidOperationException("Decision is a closed union."),
        };

    public override object Evolve(object state, StageEvent happened) => evolve((TState)state, (TEvent)happened);
}
