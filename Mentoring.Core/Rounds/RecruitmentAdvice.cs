using Mentoring.Core.Matching;
using Mentoring.Core.Registrations;

namespace Mentoring.Core.Rounds;

/// <summary>Where further mentors would help, from the prices of one matching: nothing is solved again for any area or mentor.</summary>
/// <param name="PlacesOfAMentor">How many places the mentor has for <see cref="AreaAdvice.MatchesWithAll"/>.</param>
/// <param name="Areas">The most helpful first; every area of the scheme, and every other that somebody seeks.</param>
/// <param name="Mentors">Those with whom one more place would help, the most helpful first.</param>
public sealed record RecruitmentAdvice(int PlacesOfAMentor, IReadOnlyList<AreaAdvice> Areas, IReadOnlyList<PlaceAdvice> Mentors)
{
    // Letters and digits alone make the key of an institution, so nobody is of this one.
    private const string Elsewhere = "(elsewhere)";

    /// <param name="placesOfAMentor">1 or more; the scheme's limit is a good measure.</param>
    public static RecruitmentAdvice For(RoundSolution round, int placesOfAMentor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(placesOfAMentor);
        var (pool, rules) = (round.Pool, round.Rules);
        var areas = rules.Expertise.Select(area => area.Code).Concat(pool.Mentees.SelectMany(mentee => mentee.Seeks).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        // A mentor without a place changes no matching, and the value of a place with them is what recruiting them would add. No gate of the scheme is shut for them.
        var recruits = areas.Select(area => new PoolMentor("recruit:" + area, "recruit:" + area, Elsewhere, [area], [], SameInstitution.NoWish, 0, Trained: true, Experience: int.MaxValue));
        var wider = pool with { Mentors = [.. pool.Mentors, .. recruits] };
        // Different institutions weigh least of all, and would blur the points.
        var solution = MatchingSolver.Solve(new RoundMatching(rules).ProblemOf(wider, round).WithoutCrossings());
        var (values, more) = (PlaceValues.Of(solution), new MoreMatches(solution));
        var seeking = CountsOf(pool.Mentees);
        // Whom the lot left out is the round's own to say: this solution draws none.
        var unmatched = CountsOf(pool.Mentees.Where((_, mentee) => round.Result.Certificate.MentorOf[mentee] == MatchingSolution.Unmatched));
        var places = pool.Mentors.SelectMany(mentor => mentor.Offers.Distinct(StringComparer.Ordinal).Select(area => (area, mentor.Places)))
            .GroupBy(offered => offered.area, offered => offered.Places, StringComparer.Ordinal).ToDictionary(offered => offered.Key, offered => offered.Sum(), StringComparer.Ordinal);
        return new RecruitmentAdvice(
            placesOfAMentor,
            [.. areas.Select((area, number) => Of(area, number + pool.Mentors.Count)).OrderByDescending(advice => advice.MatchesWithAll).ThenByDescending(advice => advice.Matches).ThenByDescending(advice => advice.Points)],
            [.. pool.Mentors.Select((mentor, number) => new PlaceAdvice(mentor.Id, Matches(values, number), Points(values, number)))
                .Where(advice => advice.Matches > 0 || advice.Points > 0).OrderByDescending(advice => advice.Matches).ThenByDescending(advice => advice.Points)]);

        AreaAdvice Of(string area, int recruit) => new(
            area, rules.TitleOf(area), seeking.GetValueOrDefault(area), unmatched.GetValueOrDefault(area),
            places.GetValueOrDefault(area),
            Matches(values, recruit), Points(values, recruit), Matches(values, recruit) == 0 ? 0 : more.With(recruit, placesOfAMentor));
    }

    private static int Matches(PlaceValues values, int mentor) => values.WouldMatchOneMore(mentor) ? 1 : 0;

    /// <summary>What a place adds is a step for one more match, or for a match of somebody who waited longer, and points.</summary>
    private static long Points(PlaceValues values, int mentor)
    {
        var step = values.Objective.ClassWeights.IsEmpty ? 1 : values.Objective.ClassWeights[^1];
        return values.OfMentors[mentor] - ((values.OfMentors[mentor] + (step / 2)) / step * step);
    }

    private static Dictionary<string, int> CountsOf(IEnumerable<PoolMentee> mentees) =>
        mentees.SelectMany(mentee => mentee.Seeks.Distinct(StringComparer.Ordinal)).CountBy(area => area, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
