namespace Mentoring.Local.Durable;

/// <summary>An activity that history asked for and nobody has finished.</summary>
internal sealed record ActivityItem(long Number, string InstanceId, long Execution, int TaskId, string Name, string Version, string? Input)
{
    internal ActivityCall Call => new(Name, Version, Input, InstanceId, TaskId);
}
