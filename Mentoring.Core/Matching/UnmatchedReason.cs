using System.Collections.Immutable;

namespace Mentoring.Core.Matching;

/// <summary>Why a mentee was not matched.</summary>
public abstract record UnmatchedReason
{
    private UnmatchedReason()
    {
    }

    /// <summary>Nobody may be their mentor: no place anywhere would change that.</summary>
    public sealed record NoEligibleMentor : UnmatchedReason;

    /// <summary>Every eligible mentor's places went to others.</summary>
    /// <param name="EligibleMentors">Ascending; includes mentors who have no place at all.</param>
    /// <param name="OneMorePlaceWith">
    /// Ascending, any mentors, eligible for this mentee or not (a chain of people may move up): with one more place with that mentor and
    /// nothing else changed, the mentee is matched in a best matching. May be empty where others would go first.
    /// </param>
    /// <param name="DrawnByLot">
    /// An equally good matching has this mentee in another's stead, so that the lot decided. In it, one more place anywhere keeps them
    /// matched; <paramref name="OneMorePlaceWith"/> then lists only mentors whose place could reach this mentee.
    /// </param>
    public sealed record AllPlacesTaken(
        ImmutableArray<int> EligibleMentors, ImmutableArray<int> OneMorePlaceWith, bool DrawnByLot) : UnmatchedReason;
}
