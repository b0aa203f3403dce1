namespace Mentoring.Core.Rounds;

/// <summary>What a mentee brings to the waiting list.</summary>
/// <param name="Since">When they registered.</param>
/// <param name="RoundsWaited">Rounds that ended without a mentor for them.</param>
/// <param name="Refused">Mentors, by person, whom the software does not offer again: declined, left unanswered, or had before.</param>
public sealed record WaitingHistory(DateTimeOffset Since, int RoundsWaited, IReadOnlyList<string> Refused, bool StaysForNextRound);

/// <summary>Where a mentee goes when an offer or partnership is over.</summary>
public enum ReturnTo
{
    WaitingList,

    /// <summary>They did not answer: no offers until they say so.</summary>
    Rest,

    /// <summary>They are done.</summary>
    Finish,
}
