namespace Mentoring.Core.Rounds;

/// <summary>A matching in figures.</summary>
/// <param name="Mentors">Who have a place.</param>
/// <param name="Places">Mentors' places together.</param>
/// <param name="AcrossInstitutions">Pairs from different institutions.</param>
public sealed record RoundTotals(int Mentees, int Mentors, int Places, int Matched, long Score, int AcrossInstitutions)
{
    public static RoundTotals Of(Pool pool, RoundResult result) =>
        Of(pool, result.Matches.Count, result.Matches.Sum(match => match.Score), result.Matches.Count(match => match.CrossInstitution));

    internal static RoundTotals Of(Pool pool, int matched, long score, int across) =>
        new(pool.Mentees.Count, pool.Mentors.Count(mentor => mentor.Places > 0), pool.Mentors.Sum(mentor => mentor.Places), matched, score, across);
}
