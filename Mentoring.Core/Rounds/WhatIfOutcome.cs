namespace Mentoring.Core.Rounds;

/// <summary>How a matching would change.</summary>
/// <param name="ThenByTodaysWeights">The score of the new pairs by today's weights: comparable with today's where weights changed.</param>
/// <param name="Proved">Whether the checker confirms that the new matching is the best possible.</param>
/// <param name="Gain">Mentees who would have a mentor and have none, today's waiting list first.</param>
/// <param name="Lose">Mentees who would have none and have one; whoever was taken out is among them.</param>
/// <param name="Move">Mentees who would have another.</param>
public sealed record WhatIfOutcome(
    RoundTotals Today, RoundTotals Then, long ThenByTodaysWeights, bool Proved,
    IReadOnlyList<WhatIfChange> Gain, IReadOnlyList<WhatIfChange> Lose, IReadOnlyList<WhatIfChange> Move);

/// <param name="From">Id of today's mentor; null where there is none.</param>
/// <param name="To">Null where there would be none.</param>
/// <param name="ScoreBefore">Points of today's pair.</param>
public sealed record WhatIfChange(string MenteeId, string? From, string? To, long? ScoreBefore, long? ScoreAfter);
