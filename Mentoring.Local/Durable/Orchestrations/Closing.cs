using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>How an execution ends. The first ending counts, and it is an action like any other.</summary>
internal sealed class Closing(ActionLog actions)
{
    internal ExecutionCompleted? Ending { get; private set; }

    internal void End(Ending how, string? result) => Close(how, result, null);

    internal void Fail(Failure failure) => Close(Durable.Ending.Failed, null, failure);

    private void Close(Ending how, string? result, Failure? failure)
    {
        if (Ending is not null) return;
        var id = actions.NextId();
        Ending = new ExecutionCompleted(id, how, result, failure);
        actions.Ask(id, Ending);
    }
}
