using Mentoring.Core;
using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Shell;

/// <summary>One stage as the shell sees it: how its rows are read and written, how it decides and evolves.</summary>
public abstract class Stage(string kind)
{
    /// <summary>Kind of its rows in the ledger.</summary>
    public string Kind { get; } = kind;

    public abstract object Nothing { get; }

    /// <exception cref="System.Text.Json.JsonException">The row is not of this stage, or of a newer version of it.</exception>
    public abstract object Read(LedgerRow row);

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

    public override object Read(LedgerRow row) => Of(row);

    /// <inheritdoc cref="Stage.Read"/>
    public TState Of(LedgerRow row) => row.As<TState>();

    public override string Write(object state) => LedgerJson.Write((TState)state);

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
