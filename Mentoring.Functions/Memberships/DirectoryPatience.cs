namespace Mentoring.Functions.Memberships;

/// <summary>How long the directory is waited for, and how often it is tried.</summary>
/// <param name="Try">For one try.</param>
/// <param name="Whole">For all tries together: somebody waits for their answer meanwhile.</param>
/// <param name="Retries">After the first try.</param>
/// <param name="Pause">Before the first retry; twice as long before each further one, and up to as much again by chance.</param>
/// <param name="FailuresToBreak">So many failed tries in a row, and it is left alone.</param>
/// <param name="Break">For so long.</param>
public sealed record DirectoryPatience(TimeSpan Try, TimeSpan Whole, int Retries, TimeSpan Pause, int FailuresToBreak, TimeSpan Break)
{
    public static DirectoryPatience Usual { get; } = new(
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6), Retries: 2, TimeSpan.FromMilliseconds(200), FailuresToBreak: 6, TimeSpan.FromSeconds(60));
}
