namespace Mentoring.Core.Rounds;

/// <summary>One part of a pair's score.</summary>
/// <param name="Code">Such as <c>area:career-planning</c>.</param>
/// <param name="Words">For people: no names in it, but for what the coordinator may have written.</param>
public sealed record ScorePart(string Code, long Points, string Words)
{
    /// <summary>Code of the coordinator's own words about a match by hand.</summary>
    public const string Note = "coordinator";
}
