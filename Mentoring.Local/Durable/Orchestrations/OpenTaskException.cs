namespace Mentoring.Local.Durable;

/// <summary>Carries a stored failure to the place that knows the task's name; orchestrator code never sees it.</summary>
internal sealed class OpenTaskException(Failure failure) : Exception(failure.Message)
{
    internal Failure Failure { get; } = failure;
}
