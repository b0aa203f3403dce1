using Microsoft.DurableTask;

namespace Mentoring.Local.Durable;

/// <summary>A failure as it is stored: no exception object survives a turn.</summary>
/// <param name="NeverRetry">An unknown name stays unknown, so no retry policy tries it again.</param>
internal sealed record Failure(string Type, string Message, string? Stack, Failure? Inner, bool NeverRetry = false)
{
    internal const string UnknownActivity = "ActivityTaskNotFound";
    internal const string UnknownOrchestrator = "OrchestratorTaskNotFound";
    internal const string NonDeterministic = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";
    internal const string VersionMismatch = "VersionMismatch";

    internal static Failure From(Exception exception) => exception is TaskFailedException failed
        ? new(exception.GetType().FullName!, exception.Message, exception.StackTrace, From(failed.FailureDetails))
        : new(exception.GetType().FullName!, exception.Message, exception.StackTrace, exception.InnerException is { } inner ? From(inner) : null);

    internal TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);

    private static Failure From(TaskFailureDetails details) =>
        new(details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? From(inner) : null);
}
