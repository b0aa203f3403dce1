using Microsoft.DurableTask;

namespace Mentoring.Functions.Shell;

/// <summary>Waits for the wake-up or a moment, whichever is first. One wait for the event is kept over all turns: a cancelled one could eat the next event.</summary>
internal sealed class WakeOrTimer(TaskOrchestrationContext context)
{
    private Task<string> _wake = context.WaitForExternalEvent<string>(DurableWaker.Event);

    public async Task WaitAsync(DateTimeOffset until)
    {
        using var timer = new CancellationTokenSource();
        var elapsed = context.CreateTimer(until.UtcDateTime, timer.Token);
        if (await Task.WhenAny(elapsed, _wake) == elapsed)
            return;

        // An open timer would keep the orchestration from completing.
#pragma warning disable CA1849 // CancelAsync does not free a durable timer.
        timer.Cancel();
#pragma warning restore CA1849
        _wake = context.WaitForExternalEvent<string>(DurableWaker.Event);
    }
}
