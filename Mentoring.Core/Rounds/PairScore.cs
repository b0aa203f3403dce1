using System.Collections.Concurrent;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>How well an eligible pair fits, in points, each with its reason in words that name nobody.</summary>
public sealed class PairScore(MatchingRules rules)
{
    private readonly Weights _weights = rules.Weights;

    // The same few for all pairs.
    private readonly ConcurrentDictionary<(string Area, int Rank), ScorePart> _sought = new();

    /// <summary>0 or more; higher is better. The same sum as that of <see cref="Parts"/>.</summary>
    public long Of(PoolMentee mentee, PoolMentor mentor)
    {
        var points = (long)Focus(mentor) + Institution(mentee, mentor);
        for (var rank = 0; rank < mentee.Seeks.Count; rank++)
        {
            if (mentor.Offers.Contains(mentee.Seeks[rank]))
                points += ByRank(rank);
        }

        return points;
    }

    public IReadOnlyList<ScorePart> Parts(PoolMentee mentee, PoolMentor mentor)
    {
        var parts = new List<ScorePart>();
        for (var rank = 0; rank < mentee.Seeks.Count; rank++)
        {
            var area = mentee.Seeks[rank];
            if (mentor.Offers.Contains(area))
                parts.Add(_sought.GetOrAdd((area, rank), Sought));
        }

        if (Focus(mentor) is > 0 and var few)
            parts.Add(new ScorePart("focus", few, "The mentor has chosen a few areas to concentrate on"));
        if (Institution(mentee, mentor) is > 0 and var different)
            parts.Add(new ScorePart("different-institution", different, "They work at different institutions"));
        return parts;
    }

    internal int DifferentInstitution => _weights.DifferentInstitution;

    /// <summary>No pair of a mentee who seeks so many areas has more.</summary>
    internal long Most(int areas) => Enumerable.Range(0, areas).Sum(rank => (long)ByRank(rank)) + _weights.FewerOffered + _weights.DifferentInstitution;

    internal int ByRank(int rank) => _weights.ByRank[Math.Min(rank, _weights.ByRank.Count - 1)];

    /// <summary>Points of a mentor of few areas.</summary>
    internal int Focus(PoolMentor mentor) => Math.Max(0, _weights.FewerOffered - mentor.Offers.Count);

    private ScorePart Sought((string Area, int Rank) wish) =>
        new("area:" + wish.Area, ByRank(wish.Rank), $"{rules.TitleOf(wish.Area)}: {RankWords(wish.Rank)}, and offered by the mentor");

    private int Institution(PoolMentee mentee, PoolMentor mentor) =>
        mentee.Institution == mentor.Institution ? 0 : DifferentInstitution;

    private static string RankWords(int rank) => rank switch
    {
        0 => "sought first",
        1 => "sought second",
        2 => "sought third",
        _ => "sought",
    };
}
