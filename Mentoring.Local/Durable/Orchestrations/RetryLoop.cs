using Microsoft.DurableTask;

namespace Mentoring.Local.Durable;

/// <summary>Attempts of one activity or child orchestration, with durable waits between them.</summary>
internal static class RetryLoop
{
    /// <param name="attempt">Asks for the task once more; gives its action id and its result.</param>
    /// <exception cref="TaskFailedException">The last attempt failed, or the failure is not to be retried.</exception>
    internal static async Task<string?> RunAsync(
        OrchestrationContext context,
        string name,
        TaskRetryOptions? retry,
        Func<(int Id, Task<string?> Result)> attempt)
    {
        var started = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            var (id, result) = attempt();
            TaskFailedException failed;
            try
            {
                return await result;
            }
            catch (OpenTaskException exception)
            {
                failed = new TaskFailedException(name, id, exception.Failure.ToDetails());
                if (exception.Failure.NeverRetry) throw failed;
            }

            var again = retry switch
            {
                { Policy: { } policy } => await WaitAsync(context, policy, started, failures, failed),
                { Handler: { } handler } => await handler(new RetryContext(
                    context, failures, failed.FailureDetails, context.CurrentUtcDateTime - started, CancellationToken.None)),
                _ => false,
            };
            if (!again) throw failed;
        }
    }

    private static async Task<bool> WaitAsync(
        OrchestrationContext context, RetryPolicy policy, DateTime started, int failures, TaskFailedException failed)
    {
        if (failures == policy.MaxNumberOfAttempts)
        {
            // The framework sets one more timer here, and action ids must stay the same as there.
            await context.SleepAsync(context.CurrentUtcDateTime, CancellationToken.None);
            return false;
        }

        if (!RetryVerdict.MayRetry(policy, failed)) return false;
        var now = context.CurrentUtcDateTime;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && now - started >= policy.RetryTimeout) return false;
        await context.SleepAsync(now + Delay(policy, failures), CancellationToken.None);
        return true;
    }

    private static TimeSpan Delay(RetryPolicy policy, int failures)
    {
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failures - 1);
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }
}
