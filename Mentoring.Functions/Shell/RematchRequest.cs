namespace Mentoring.Functions.Shell;

/// <summary>A row that says: something became free, match the waiting list again. Removed with the matching that answers it.</summary>
/// <param name="Tell">A mentee to be told where nobody is found for them.</param>
/// <param name="Template">The mail for that.</param>
public sealed record RematchRequest(string? Tell, string? Template)
{
    public const string Kind = "rematch";
}
