using Microsoft.DurableTask;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// One execution of an orchestration in memory: the code, what it waits for, and where it stands. Feeding it the
/// recorded events from the first brings any new one to the same place.
/// </summary>
internal sealed class Execution
{
    private readonly string _instanceId;
    private readonly IDurableFunctions _functions;
    private readonly DurableOptions _options;
    private readonly TurnThread _thread;
    private readonly ActionLog _actions = new();
    private readonly OpenTasks _tasks = new();
    private readonly EventBuffer _events;
    private readonly Closing _closing;
    private readonly Queue<HistoryEvent> _whileSuspended = new();
    private readonly List<EventRaised> _carried = [];
    private OrchestrationContext? _context;
    private Task<string?>? _code;
    private DateTime _now;
    private bool _isReplaying;
    private bool _isSuspended;
    private bool _terminateChildren;

    /// <param name="stray">Told, on some other thread, when the code awaited something foreign.</param>
    internal Execution(string instanceId, IDurableFunctions functions, DurableOptions options, Action<string> stray)
    {
        _instanceId = instanceId;
        _functions = functions;
        _options = options;
        _thread = new TurnThread(stray);
        _closing = new Closing(_actions);
        _events = new EventBuffer(_thread, options.Converter, options.CancelledWaits);
    }

    /// <param name="past">History that this object has not seen; empty when it stayed in memory.</param>
    /// <param name="fresh">The new turn's events, the turn's start first.</param>
    internal TurnOutcome Run(IEnumerable<HistoryEvent> past, IReadOnlyList<HistoryEvent> fresh, bool isReplaying = false)
    {
        try
        {
            _thread.Run(() =>
            {
                Replaying(true);
                foreach (var recorded in past) Process(recorded);
                Replaying(isReplaying);
                foreach (var arrived in fresh) Process(arrived);
            });
            _thread.Run(Settle);
        }
        catch (NonDeterminismException exception)
        {
            // What differs from history is not to be done.
            _actions.Take();
            _closing.Fail(new Failure(Failure.NonDeterministic, exception.Message, exception.StackTrace, null));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Only async void code gets its exceptions here.
            _closing.Fail(Failure.From(exception));
        }

        List<string> children = _terminateChildren ? [.. _tasks.Children] : [];
        return new TurnOutcome(
            _actions.Take(), _closing.Ending, _closing.Ending?.Ending == Ending.ContinuedAsNew ? _context!.Continuation : null,
            [.. _carried], _context?.Status, _isSuspended, children);
    }

    private void Replaying(bool isReplaying)
    {
        _isReplaying = isReplaying;
        _context?.Replaying(isReplaying);
    }

    private void Process(HistoryEvent happened)
    {
        if (_isSuspended && happened is not (TurnStarted or Resumed or Terminated or ExecutionCompleted))
        {
            if (happened is not Suspended) _whileSuspended.Enqueue(happened);
            return;
        }

        // After a termination nothing that the code does counts.
        if (_closing.Ending is not null) return;
        _thread.Run(() => Apply(happened));
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted turn:
                _now = turn.At;
                _context?.BeginTurn(turn.At);
                break;
            case ExecutionStarted start:
                Start(start);
                break;
            case TaskScheduled or TimerCreated or ChildCreated or EventSent:
                _actions.Confirm(happened);
                break;
            case TaskCompleted or TaskFailed or ChildCompleted or ChildFailed or TimerFired:
                _tasks.Answer(happened);
                break;
            case EventRaised raised when _context?.Continuation is not null:
                _carried.Add(raised);
                break;
            case EventRaised raised:
                _events.Raise(raised.Name, raised.Payload);
                break;
            case Suspended:
                _isSuspended = true;
                _actions.Hold();
                break;
            case Resumed:
                Resume();
                break;
            case Terminated terminated:
                _terminateChildren = terminated.Recursive;
                _closing.End(Ending.Terminated, terminated.Output);
                break;
            case StrayAwait stray:
                _closing.Fail(new Failure(typeof(InvalidOperationException).FullName!, stray.Message, null, null));
                break;
        }
    }

    private void Start(ExecutionStarted start)
    {
        if (_code is not null) return;
        if (_functions.FindOrchestrator(start.Name) is not { } code)
        {
            _closing.Fail(new Failure(Failure.UnknownOrchestrator, $"There is no orchestrator named '{start.Name}'.", null, null, NeverRetry: true));
            return;
        }

        _context = new OrchestrationContext(_instanceId, start, _thread, _actions, _tasks, _events, _options);
        _context.Replaying(_isReplaying);
        _context.BeginTurn(_now);
        _code = RunAsync(code, _context);
    }

    private async Task<string?> RunAsync(Func<TaskOrchestrationContext, Task<object?>> code, OrchestrationContext context) =>
        _options.Converter.Serialize(await code(context));

    private void Resume()
    {
        _isSuspended = false;
        _actions.Release();
        while (!_isSuspended && _whileSuspended.TryDequeue(out var waiting)) Process(waiting);
    }

    /// <summary>An execution ends when the code is done and nothing is open; a wait for an event holds nothing up.</summary>
    private void Settle()
    {
        if (_closing.Ending is not null || _code is null || _tasks.Any) return;
        if (!_code.IsCompleted)
        {
            if (!_isSuspended && !_events.HasLiveWait)
                _closing.Fail(new Failure(typeof(InvalidOperationException).FullName!, TurnThread.StrayMessage, null, null));
            return;
        }

        if (_code.IsFaulted) _closing.Fail(Failure.From(_code.Exception!.InnerExceptions[0]));
        else if (_code.IsCanceled) _closing.Fail(Failure.From(new TaskCanceledException(_code)));
        else if (_context!.Continuation is { } next) _closing.End(Ending.ContinuedAsNew, next.Input);
        else _closing.End(Ending.Completed, _code.Result);
    }
}
