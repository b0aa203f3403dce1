namespace Mentoring.Local.Durable;

/// <summary>One attempt to run an activity. The same call comes again after a crash.</summary>
/// <param name="Input">JSON text, or null where the orchestrator passed null.</param>
/// <param name="TaskId">The action id in the execution of <paramref name="InstanceId"/>.</param>
public sealed record ActivityCall(string Name, string Version, string? Input, string InstanceId, int TaskId);
