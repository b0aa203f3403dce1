using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>What one turn leads to.</summary>
/// <param name="Actions">To be recorded and done, by number.</param>
/// <param name="Ending">The last action where the execution has ended.</param>
/// <param name="Continuation">What follows where it has ended so.</param>
/// <param name="Carried">Events for the next execution that came after <c>ContinueAsNew</c>.</param>
/// <param name="Status">The custom status; null where the code has set none.</param>
/// <param name="Terminated">Child instances that are to end with it.</param>
internal sealed record TurnOutcome(
    IReadOnlyList<HistoryEvent> Actions,
    ExecutionCompleted? Ending,
    Continuation? Continuation,
    IReadOnlyList<EventRaised> Carried,
    CustomStatus? Status,
    bool IsSuspended,
    IReadOnlyList<string> Terminated);
