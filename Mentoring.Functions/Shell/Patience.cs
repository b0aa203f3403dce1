using Microsoft.DurableTask;

namespace Mentoring.Functions.Shell;

/// <summary>How often an activity that failed is tried again before its orchestration fails and is left to the sweeper.</summary>
internal static class Patience
{
    /// <summary>8 tries over some 10 minutes.</summary>
    public static TaskOptions Retry { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 2.0,
        maxRetryInterval: TimeSpan.FromMinutes(5)));
}
