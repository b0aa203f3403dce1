using System.Globalization;

namespace Mentoring.Core.Rounds;

/// <summary>What would have matched somebody who was not: each by itself and with nothing else changed, and no less of it would have been certain.</summary>
/// <param name="OneMorePlaceWith">Ids of mentors: one more place with one of them. By lot, only those who are eligible for this mentee.</param>
/// <param name="OnlyByLot">Whether the lot would still have had to fall on this mentee for such a place.</param>
/// <param name="AlsoSeeking">Codes of areas: one of them at the end of what the mentee seeks.</param>
/// <param name="SameInstitutionWith">Ids of mentors: the same institution allowed for this mentee and one of them. Never told to applicants.</param>
/// <param name="RoundsShort">So many more rounds waited; null where there is no eligible mentor.</param>
/// <param name="PointsShort">So many more points for the pair with <paramref name="ClosestMentor"/>; null where points cannot make up for rounds waited.</param>
public sealed record LeastChange(
    IReadOnlyList<string> OneMorePlaceWith, bool OnlyByLot, IReadOnlyList<string> AlsoSeeking, IReadOnlyList<string> SameInstitutionWith, int? RoundsShort, long? PointsShort, string? ClosestMentor)
{
    private const int MostNamed = 5;

    public static LeastChange None { get; } = new([], false, [], [], null, null, null);

    /// <summary>What the sentences about places do not say.</summary>
    internal IEnumerable<string> ToCoordinator(MatchingRules rules)
    {
        if (ClosestMentor is not null && (OneMorePlaceWith.Count == 0 || OnlyByLot))
            yield return Shortfall();
        if (AlsoSeeking.Count > 0)
            yield return $"Had this mentee also sought {Either(rules)}, last, it would have matched them.";
        if (SameInstitutionWith.Count > 0)
            yield return $"Had the same institution been allowed for them, it would have matched them with {string.Join(" or ", SameInstitutionWith.Take(MostNamed))}.";
    }

    internal IEnumerable<string> ToApplicant(MatchingRules rules)
    {
        if (AlsoSeeking.Count > 0)
            yield return $"Had you also sought {Either(rules)}, last on your list, it would have matched you.";
    }

    private string Shortfall()
    {
        var rounds = string.Create(CultureInfo.InvariantCulture, $"{RoundsShort} more {(RoundsShort == 1 ? "round" : "rounds")} waited");
        return PointsShort is { } points
            ? string.Create(CultureInfo.InvariantCulture, $"This mentee came closest to {ClosestMentor}: {points} more {(points == 1 ? "point" : "points")} for that pair, or {rounds}, would have done.")
            : $"Whoever has those places had waited longer: {rounds} would have done.";
    }

    private string Either(MatchingRules rules)
    {
        var titles = AlsoSeeking.Take(MostNamed).Select(area => $"“{rules.TitleOf(area)}”").ToList();
        if (AlsoSeeking.Count > MostNamed)
            titles.Add(AlsoSeeking.Count == MostNamed + 1 ? "one further area" : string.Create(CultureInfo.InvariantCulture, $"one of {AlsoSeeking.Count - MostNamed} further areas"));
        return titles.Count == 1 ? titles[0] : $"{string.Join(", ", titles[..^1])} or {titles[^1]}";
    }
}
