using Microsoft.DurableTask.Abstractions;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>Brings an instance's messages to its execution, and records what comes of it.</summary>
internal sealed class TurnRunner(TaskHub hub, IDurableFunctions functions, Action<string, long, string> stray)
{
    private readonly TurnEffects _effects = new(hub);

    internal void Run(string instanceId, List<Message> messages)
    {
        var instance = hub.Find(instanceId);
        List<Message> current = [];
        foreach (var message in messages)
        {
            if (IsFor(message, instance)) current.Add(message);
            else hub.Consume(message);
        }

        if (instance is null || current.Count == 0) return;
        if (!MayBegin(instance, current) || IsRejected(instance))
        {
            hub.Work.PutBack(instanceId, current);
            return;
        }

        foreach (var message in current) hub.Consume(message);
        var turn = Arrivals(current);
        var outcome = IsMismatch(instance) ? Mismatch() : Execute(instance, turn);
        turn.AddRange(outcome.Actions);
        hub.Store.History.Append(instance.Id, instance.Turns++, turn);
        _effects.Apply(instance, outcome);
        if (hub.Options.ReplayEveryTurn) instance.Execution = null;
    }

    /// <summary>Messages of an execution that is over, and all that come after the end, are dropped.</summary>
    private static bool IsFor(Message message, Instance? instance) =>
        instance is { IsFinished: false } && (message.Execution == 0 || message.Execution == instance.ExecutionNumber);

    /// <summary>Until its start has come, only a termination moves an instance.</summary>
    private static bool MayBegin(Instance instance, List<Message> messages) =>
        instance.Turns > 0 || messages.Exists(message => message.Event is ExecutionStarted or Terminated);

    private TurnOutcome Execute(Instance instance, List<HistoryEvent> arrivals)
    {
        List<HistoryEvent> past = [];
        if (instance.Execution is null)
        {
            if (instance.Turns > 0) past = hub.Store.History.Read(instance.Id);
            var (id, number) = (instance.Id, instance.ExecutionNumber);
            instance.Execution = new Execution(id, functions, hub.Options, message => stray(id, number, message));
        }

        return instance.Execution.Run(past, arrivals);
    }

    private List<HistoryEvent> Arrivals(List<Message> messages)
    {
        List<HistoryEvent> arrivals = [new TurnStarted(hub.Now)];
        arrivals.AddRange(messages.Select(message => message.Event).Where(arrived => arrived is ExecutionStarted));
        arrivals.AddRange(messages.Select(message => message.Event).Where(arrived => arrived is not ExecutionStarted));
        return arrivals;
    }

    private bool IsMismatch(Instance instance) => hub.Options.VersionMatch switch
    {
        VersionMatch.Strict => instance.Version != hub.Options.DefaultVersion,
        VersionMatch.CurrentOrOlder =>
            TaskOrchestrationVersioningUtils.CompareVersions(instance.Version, hub.Options.DefaultVersion) > 0,
        _ => false,
    };

    private bool IsRejected(Instance instance) => hub.Options.VersionFailure == VersionFailure.Reject && IsMismatch(instance);

    private static TurnOutcome Mismatch()
    {
        var ending = new ExecutionCompleted(0, Ending.Failed, null, new Failure(
            Failure.VersionMismatch, "This host's code may not run the instance's version.", null, null, NeverRetry: true));
        return new TurnOutcome([ending], ending, null, [], null, false, []);
    }
}
