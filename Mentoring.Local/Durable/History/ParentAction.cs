namespace Mentoring.Local.Durable;

/// <summary>The action of a parent that waits for a child's ending.</summary>
internal sealed record ParentAction(string InstanceId, string Name, long Execution, int TaskId);
