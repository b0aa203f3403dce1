using Microsoft.DurableTask.Client;

namespace Mentoring.Local.Durable;

/// <summary>Removes finished instances and all that belongs to them. A running one is left alone.</summary>
internal static class Purging
{
    private const int PageSize = 500;

    /// <returns>How many instances went.</returns>
    internal static int Purge(TaskHub hub, string instanceId, bool isRecursive)
    {
        if (hub.Find(instanceId) is not { IsFinished: true } instance) return 0;
        var children = isRecursive ? hub.Store.Instances.Children(instanceId) : [];
        hub.Remove(instance);
        return 1 + children.Sum(child => Purge(hub, child, isRecursive: true));
    }

    internal static int PurgeAll(TaskHub hub, PurgeInstancesFilter purge, bool isRecursive)
    {
        var filter = InstanceFilter.Of(purge.CreatedFrom, purge.CreatedTo, purge.Statuses);
        var (purged, after) = (0, string.Empty);
        while (hub.Store.Instances.Page(after, filter, PageSize) is { Count: > 0 } page)
        {
            purged += page.Sum(instance => Purge(hub, instance.Id, isRecursive));
            after = page[^1].Id;
        }

        return purged;
    }
}
