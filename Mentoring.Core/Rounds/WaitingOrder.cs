namespace Mentoring.Core.Rounds;

/// <summary>The order of the waiting list: more rounds waited first, then registered earlier, then by id, so that no two are equal.</summary>
public sealed class WaitingOrder : IComparer<PoolMentee>
{
    public static WaitingOrder Instance { get; } = new();

    public int Compare(PoolMentee? x, PoolMentee? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var waited = y.RoundsWaited.CompareTo(x.RoundsWaited);
        if (waited != 0)
            return waited;
        var since = x.Since.CompareTo(y.Since);
        return since != 0 ? since : string.CompareOrdinal(x.Id, y.Id);
    }
}
