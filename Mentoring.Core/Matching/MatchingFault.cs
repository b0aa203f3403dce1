namespace Mentoring.Core.Matching;

/// <summary>What is wrong with a matching problem, and where.</summary>
/// <param name="Part">Which list the faulty item is in.</param>
/// <param name="Index">Its position there from 0; for pairs, the order in which they were added.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record MatchingFault(MatchingPart Part, int Index, string Message);

public enum MatchingPart
{
    Mentee,
    Mentor,
    Pair,

    /// <summary>The problem as a whole; the index is 0.</summary>
    Problem,
}
