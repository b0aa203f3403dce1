using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>Runs one attempt of an activity. What it throws becomes a failure that the orchestrator sees.</summary>
internal sealed class ActivityRunner(IDurableFunctions functions, DurableOptions options)
{
    /// <returns>Null where the host is stopping and the activity gave up: it will be run again.</returns>
    internal async Task<HistoryEvent?> RunAsync(ActivityItem item, CancellationToken stopping)
    {
        if (functions.FindActivity(item.Name) is not { } activity)
        {
            return new TaskFailed(item.TaskId, new Failure(
                Failure.UnknownActivity, $"There is no activity named '{item.Name}'.", null, null, NeverRetry: true));
        }

        try
        {
            return new TaskCompleted(item.TaskId, options.Converter.Serialize(await activity(item.Call, stopping)));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new TaskFailed(item.TaskId, Failure.From(exception));
        }
    }
}
