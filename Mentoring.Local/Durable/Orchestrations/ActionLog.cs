using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// What the orchestrator asked for and history has not confirmed yet. One counter numbers activities, timers, child
/// orchestrations, sent events and the ending; waits for events take no number.
/// </summary>
internal sealed class ActionLog
{
    private readonly SortedDictionary<int, HistoryEvent> _asked = [];
    private readonly List<(int Id, HistoryEvent Action)> _held = [];
    private int _next;

    internal int NextId() => _next++;

    internal void Ask(int id, HistoryEvent action) => _asked.Add(id, action);

    /// <summary>Replay: the recorded action must be the one that the code asked for under the same number.</summary>
    /// <exception cref="NonDeterminismException">It is another one, or none.</exception>
    internal void Confirm(HistoryEvent recorded)
    {
        var id = IdOf(recorded) ?? throw new ArgumentException("Only actions are confirmed.", nameof(recorded));
        if (!_asked.Remove(id, out var asked))
            throw new NonDeterminismException($"History has {Describe(recorded)} as action {id}, but the code has not asked for it.");
        if (asked.GetType() != recorded.GetType() || !string.Equals(NameOf(asked), NameOf(recorded), StringComparison.OrdinalIgnoreCase))
            throw new NonDeterminismException($"History has {Describe(recorded)} as action {id}, but the code asked for {Describe(asked)}.");
    }

    /// <summary>A suspended instance keeps its wishes to itself until it is resumed.</summary>
    internal void Hold()
    {
        _held.AddRange(_asked.Select(pair => (pair.Key, pair.Value)));
        _asked.Clear();
    }

    internal void Release()
    {
        foreach (var (id, action) in _held) _asked.Add(id, action);
        _held.Clear();
    }

    /// <summary>The turn's actions by number; the caller records them.</summary>
    internal List<HistoryEvent> Take()
    {
        List<HistoryEvent> actions = [.. _asked.Values];
        _asked.Clear();
        return actions;
    }

    internal static string Describe(HistoryEvent action) => action switch
    {
        TaskScheduled task => $"activity '{task.Name}'",
        ChildCreated child => $"child orchestration '{child.Name}'",
        EventSent sent => $"sent event '{sent.Name}'",
        TimerCreated => "a timer",
        ExecutionCompleted completed => $"the ending {completed.Ending}",
        _ => action.GetType().Name,
    };

    internal static string? NameOf(HistoryEvent action) => action switch
    {
        TaskScheduled task => task.Name,
        ChildCreated child => child.Name,
        EventSent sent => sent.Name,
        _ => null,
    };

    internal static int? IdOf(HistoryEvent action) => action switch
    {
        TaskScheduled task => task.Id,
        ChildCreated child => child.Id,
        EventSent sent => sent.Id,
        TimerCreated timer => timer.Id,
        ExecutionCompleted completed => completed.Id,
        _ => null,
    };
}
