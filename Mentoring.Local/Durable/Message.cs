namespace Mentoring.Local.Durable;

/// <summary>Something on its way to an instance.</summary>
/// <param name="Number">Unique in the store and rising.</param>
/// <param name="Execution">The execution it is for, and no other; 0 for whichever runs.</param>
internal sealed record Message(long Number, string InstanceId, long Execution, DateTime VisibleAt, HistoryEvent Event)
{
    /// <summary>It has a row, which must go when the message is consumed.</summary>
    internal bool IsSaved { get; set; }

    internal bool IsGone { get; set; }
}
