using Microsoft.DurableTask;

namespace Mentoring.Local.Durable;

/// <summary>Asks a policy whether a failure may be retried. A verdict that throws means no, as in the framework.</summary>
internal static class RetryVerdict
{
    internal static bool MayRetry(RetryPolicy policy, TaskFailedException failed)
    {
        try
        {
            return policy.Handle(AsPolicyExpects(failed));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }

#if AZURE_SURFACE
    private static TaskFailedException AsPolicyExpects(TaskFailedException failed) => failed;
#else
    // The package's HandleFailure knows the core library's exceptions only.
    private static global::DurableTask.Core.Exceptions.TaskFailedException AsPolicyExpects(TaskFailedException failed) =>
        new(failed.Message) { FailureDetails = Core(failed.FailureDetails) };

    private static global::DurableTask.Core.FailureDetails Core(TaskFailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is { } inner ? Core(inner) : null,
        isNonRetriable: false);
#endif
}
