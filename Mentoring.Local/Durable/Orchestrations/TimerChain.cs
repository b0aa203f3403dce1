namespace Mentoring.Local.Durable;

/// <summary>A long wait as links that no backend finds too long; each link takes an action id.</summary>
internal static class TimerChain
{
    internal static async Task WaitAsync(OrchestrationContext context, DateTime fireAt, TimeSpan longest, CancellationToken cancellation)
    {
        while (fireAt - context.CurrentUtcDateTime > longest && !cancellation.IsCancellationRequested)
            await context.SleepAsync(context.CurrentUtcDateTime + longest, cancellation);
        await context.SleepAsync(fireAt, cancellation);
    }
}
