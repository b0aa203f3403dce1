namespace Mentoring.Core.Matching;

/// <summary>A mentee and a mentor who may be matched. A pair that is missing is not allowed; it is never "score 0".</summary>
/// <param name="Mentee">From 0.</param>
/// <param name="Mentor">From 0.</param>
/// <param name="Score">Points, 0 to <see cref="MatchingProblem.MaxScore"/>.</param>
/// <param name="CrossInstitution">True where the two come from different institutions and the scheme merely prefers that.</param>
public readonly record struct EligiblePair(int Mentee, int Mentor, long Score, bool CrossInstitution = false);
