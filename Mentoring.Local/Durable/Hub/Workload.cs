namespace Mentoring.Local.Durable;

/// <summary>
/// Work in memory, mirrored by the store's rows: messages by instance, timers by time, activities by number. All orders
/// are total, so one thread always does the same work in the same order.
/// </summary>
internal sealed class Workload
{
    private readonly PriorityQueue<Message, (DateTime At, long Number)> _later = new();
    private readonly Dictionary<string, List<Message>> _laterOf = [];
    private readonly Dictionary<string, List<Message>> _inboxes = [];
    private readonly Queue<string> _ready = new();
    private readonly HashSet<string> _isReady = [];
    private readonly LinkedList<ActivityItem> _activities = new();

    internal bool HasReady => _ready.Count > 0 || _activities.Count > 0;

    internal DateTime? NextTimer
    {
        get
        {
            while (_later.TryPeek(out var first, out _) && first.IsGone) _later.Dequeue();
            return _later.TryPeek(out _, out var priority) ? priority.At : null;
        }
    }

    internal void Add(Message message, DateTime now)
    {
        if (message.VisibleAt <= now)
        {
            Deliver(message);
            return;
        }

        _later.Enqueue(message, (message.VisibleAt, message.Number));
        ListOf(_laterOf, message.InstanceId).Add(message);
    }

    internal void ReleaseDue(DateTime now)
    {
        while (_later.TryPeek(out var first, out var priority) && (first.IsGone || priority.At <= now))
        {
            _later.Dequeue();
            if (first.IsGone) continue;
            Unlist(first);
            Deliver(first);
        }
    }

    /// <summary>The next instance with messages, and all of them.</summary>
    internal (string InstanceId, List<Message> Messages)? TakeInstance()
    {
        while (_ready.TryDequeue(out var id))
        {
            _isReady.Remove(id);
            if (_inboxes.Remove(id, out var messages)) return (id, messages);
        }

        return null;
    }

    /// <summary>Keeps messages that cannot be worked yet; only a new message makes the instance ready again.</summary>
    internal void PutBack(string instanceId, List<Message> messages) => ListOf(_inboxes, instanceId).InsertRange(0, messages);

    /// <summary>Everything that is on its way to the instance, now or later.</summary>
    internal List<Message> TakeAll(string instanceId)
    {
        List<Message> taken = _inboxes.Remove(instanceId, out var messages) ? messages : [];
        if (_laterOf.Remove(instanceId, out var later)) taken.AddRange(later);
        foreach (var message in taken) message.IsGone = true;
        return taken;
    }

    /// <summary>Timers of an execution that has ended, which nobody will hear.</summary>
    internal List<Message> TakeTimers(string instanceId, long execution)
    {
        if (!_laterOf.TryGetValue(instanceId, out var later)) return [];
        var taken = later.FindAll(message => message.Execution == execution);
        foreach (var message in taken)
        {
            message.IsGone = true;
            Unlist(message);
        }

        return taken;
    }

    internal void Add(ActivityItem item) => _activities.AddLast(item);

    internal void PutBack(ActivityItem item) => _activities.AddFirst(item);

    internal ActivityItem? TakeActivity()
    {
        if (_activities.First is not { } first) return null;
        _activities.RemoveFirst();
        return first.Value;
    }

    private static List<Message> ListOf(Dictionary<string, List<Message>> lists, string id) =>
        lists.TryGetValue(id, out var list) ? list : lists[id] = [];

    private void Deliver(Message message)
    {
        ListOf(_inboxes, message.InstanceId).Add(message);
        if (_isReady.Add(message.InstanceId)) _ready.Enqueue(message.InstanceId);
    }

    private void Unlist(Message message)
    {
        var list = _laterOf[message.InstanceId];
        list.Remove(message);
        if (list.Count == 0) _laterOf.Remove(message.InstanceId);
    }
}
