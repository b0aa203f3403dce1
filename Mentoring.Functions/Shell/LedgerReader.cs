using Mentoring.Core;
using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Shell;

/// <summary>Reads rows as what they mean.</summary>
public sealed class LedgerReader(ILedger ledger)
{
    /// <summary>The state, or the stage's nothing where there is no row, or none can be called so.</summary>
    public async ValueTask<TState> StateAsync<TState, TCommand, TEvent>(Stage<TState, TCommand, TEvent> stage, string round, string id, CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent =>
        LedgerGuard.IsPart(round) && LedgerGuard.IsPart(id) && await ledger.ReadAsync(new RowKey(round, stage.Kind, id), cancellation) is { } row ? stage.Of(row) : (TState)stage.Nothing;

    /// <summary>The state and the round it lies in, wherever that is; null where there is no row.</summary>
    public async ValueTask<(string Round, TState State)?> FindAsync<TState, TCommand, TEvent>(Stage<TState, TCommand, TEvent> stage, string id, CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent =>
        LedgerGuard.IsPart(id) && await ledger.FindAsync(stage.Kind, id, cancellation) is { } row ? (row.Key.Partition, stage.Of(row)) : null;

    /// <summary>All of a stage in a round, by id; a null round means all rounds.</summary>
    public async IAsyncEnumerable<(RowKey Key, TState State)> AllAsync<TState, TCommand, TEvent>(
        Stage<TState, TCommand, TEvent> stage,
        string? round,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent
    {
        await foreach (var row in ledger.ListAsync(round, stage.Kind, cancellation))
            yield return (row.Key, stage.Of(row));
    }

    /// <summary>A row that belongs to no stage; null where there is none.</summary>
    public async ValueTask<T?> RowAsync<T>(RowKey key, CancellationToken cancellation)
        where T : class =>
        await ledger.ReadAsync(key, cancellation) is { } row ? row.As<T>() : null;
}
