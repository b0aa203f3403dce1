namespace Mentoring.Local.Durable;

/// <summary>How an execution ends; <see cref="ContinuedAsNew"/> begins the next one under the same instance id.</summary>
internal enum Ending
{
    Completed,
    Failed,
    Terminated,
    ContinuedAsNew,
}
