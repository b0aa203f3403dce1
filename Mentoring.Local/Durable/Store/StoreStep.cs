namespace Mentoring.Local.Durable;

/// <summary>Where a process can die.</summary>
internal enum StoreStep
{
    Write,
    Commit,
    Committed,
}
