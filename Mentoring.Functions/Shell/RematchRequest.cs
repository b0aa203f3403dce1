namespace Mentoring.Functions.Shell;

/// <summary>A row that says: something became free, match the waiting list again. Removed with the matching that answers it.</summary>
/// <param name="Tell">The mentee who came back to the waiting list; null where only a place became free.</param>
/// <param name="Template">The mail that tells them where nobody is found for them; null for none.</param>
public sealed record RematchRequest(string? Tell, string? Template)
{
    public const string Kind = "rematch";
}
