namespace Mentoring.Local.Durable;

/// <summary>The instances used last, with their executions; the store has them all.</summary>
internal sealed class InstanceCache(DurableStore store, int capacity)
{
    private readonly Dictionary<string, LinkedListNode<Instance>> _byId = [];
    private readonly LinkedList<Instance> _byUse = new();

    internal Instance? Find(string id)
    {
        if (_byId.TryGetValue(id, out var node))
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value;
        }

        if (store.Instances.Find(id) is not { } instance) return null;
        Add(instance);
        return instance;
    }

    internal void Add(Instance instance)
    {
        Forget(instance.Id);
        if (_byId.Count >= capacity) Forget(_byUse.First!.Value.Id);
        _byId[instance.Id] = _byUse.AddLast(instance);
    }

    internal void Forget(string id)
    {
        if (_byId.Remove(id, out var node)) _byUse.Remove(node);
    }
}
