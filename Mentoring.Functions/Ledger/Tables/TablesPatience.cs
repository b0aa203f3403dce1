namespace Mentoring.Functions.Ledger.Tables;

/// <summary>How long the ledger puts up with a busy or failing service before it says so. The package's own retries come on top.</summary>
/// <param name="Tries">The first included.</param>
/// <param name="PauseAsync">Waits after the given try, counted from 1.</param>
public sealed record TablesPatience(int Tries, Func<int, CancellationToken, Task> PauseAsync)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Eight tries, after pauses of 50 ms that double up to 2 s: some 7 s in all.</summary>
    public static TablesPatience Of(TimeProvider time) => new(8, (attempt, cancellation) => Task.Delay(Pause(attempt), time, cancellation));

    private static TimeSpan Pause(int attempt)
    {
        var pause = TimeSpan.FromMilliseconds(50 * Math.Pow(2, Math.Min(attempt, 10) - 1));
        return pause < Longest ? pause : Longest;
    }
}
