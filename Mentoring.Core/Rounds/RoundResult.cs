using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>A matching of people, with the proof that none is better.</summary>
/// <param name="Matches">In the order of the waiting list.</param>
/// <param name="Unmatched">Ids of mentees, in the order of the waiting list.</param>
/// <param name="Certificate">Of the problem that <see cref="RoundMatching.ProblemOf(Pool)"/> makes of the pool.</param>
public sealed record RoundResult(IReadOnlyList<RoundMatch> Matches, IReadOnlyList<string> Unmatched, Certificate Certificate);

/// <summary>A proposed pair.</summary>
/// <param name="MentorPerson">See <c>EmailAddress.Person</c>.</param>
/// <param name="CrossInstitution">Whether they are of different institutions.</param>
public sealed record RoundMatch(string MenteeId, string MentorId, string MentorPerson, long Score, IReadOnlyList<ScorePart> Reasons, bool CrossInstitution);
