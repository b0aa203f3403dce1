namespace Mentoring.Core.Rounds;

/// <summary>Which mentors offer an area, so that only pairs with something in common are ever looked at.</summary>
internal sealed class AreaIndex
{
    private readonly Dictionary<string, List<int>> _mentors = new(StringComparer.Ordinal);
    private readonly int[] _seenBy;
    private int _asked;

    private AreaIndex(int mentors) => _seenBy = new int[mentors];

    public static AreaIndex Of(IReadOnlyList<PoolMentor> mentors)
    {
        var index = new AreaIndex(mentors.Count);
        for (var mentor = 0; mentor < mentors.Count; mentor++)
        {
            foreach (var area in mentors[mentor].Offers)
            {
                if (!index._mentors.TryGetValue(area, out var offering))
                    index._mentors[area] = offering = [];
                offering.Add(mentor);
            }
        }

        return index;
    }

    /// <summary>Positions of mentors who offer at least one of the areas, each once. One enumeration at a time.</summary>
    public IEnumerable<int> OfferingAny(IReadOnlyList<string> areas)
    {
        var mark = ++_asked;
        foreach (var area in areas)
        {
            if (!_mentors.TryGetValue(area, out var offering))
                continue;
            foreach (var mentor in offering)
            {
                if (_seenBy[mentor] == mark)
                    continue;
                _seenBy[mentor] = mark;
                yield return mentor;
            }
        }
    }
}
