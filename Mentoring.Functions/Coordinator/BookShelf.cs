using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mentoring.Core;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator;

/// <summary>One stage's rows of a round by id, in ordinal order. The next moment's shelf shares with this one whatever was not touched.</summary>
internal static class BookShelf
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<Type, object>> WorkedOut = [];

    /// <summary>What follows from one shelf of a book and the scheme, worked out once for as long as nothing on that shelf is touched.</summary>
    /// <typeparam name="TState">Of what is on the shelf.</typeparam>
    /// <typeparam name="T">Names what is worked out: one type, one thing.</typeparam>
    public static T Once<TState, T>(ImmutableSortedDictionary<string, TState> shelf, Func<T> workOut)
        where T : class => (T)WorkedOut.GetOrCreateValue(shelf).GetOrAdd(typeof(T), static (_, work) => work(), workOut);

    public static async Task<ImmutableSortedDictionary<string, TState>> ReadAsync<TState, TCommand, TEvent>(
        LedgerReader reader, Stage<TState, TCommand, TEvent> stage, string round, CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, TState>(StringComparer.Ordinal);
        await foreach (var (key, state) in reader.AllAsync(stage, round, cancellation))
            all.Add(key.Id, state);
        return all.ToImmutable();
    }

    /// <summary>The shelf as it is now, where only these rows were touched since.</summary>
    /// <param name="touched">Kind and id each.</param>
    public static async Task<ImmutableSortedDictionary<string, TState>> RenewAsync<TState, TCommand, TEvent>(
        LedgerReader reader, Stage<TState, TCommand, TEvent> stage, string round, ImmutableSortedDictionary<string, TState> before, ILookup<string, string> touched, CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent
    {
        var all = before.ToBuilder();
        foreach (var id in touched[stage.Kind].Distinct(StringComparer.Ordinal))
        {
            if (await reader.RowAsync<TState>(new RowKey(round, stage.Kind, id), cancellation) is { } state)
                all[id] = state;
            else
                all.Remove(id);
        }

        return all.ToImmutable();
    }
}
