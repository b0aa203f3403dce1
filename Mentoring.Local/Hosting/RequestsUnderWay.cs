namespace Mentoring.Local.Hosting;

/// <summary>People who wait at a page go first: work in the background gives way to them, for a while.</summary>
internal sealed class RequestsUnderWay
{
    /// <summary>However busy the host is, a mail goes out at least this often.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    private readonly Lock guard = new();
    private int count;
    private TaskCompletionSource? quiet;

    public void Begin()
    {
        lock (guard) count++;
    }

    public void End()
    {
        TaskCompletionSource? waited = null;
        lock (guard)
        {
            if (--count == 0) (waited, quiet) = (quiet, null);
        }

        waited?.SetResult();
    }

    /// <summary>Returns once no request is under way, or after the longest wait.</summary>
    public async Task GiveWayAsync(CancellationToken cancellation)
    {
        Task wait;
        lock (guard)
        {
            if (count == 0) return;
            quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            wait = quiet.Task;
        }

        await Task.WhenAny(wait, Task.Delay(Longest, cancellation));
    }
}
