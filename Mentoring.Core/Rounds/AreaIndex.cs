namespace Mentoring.Core.Rounds;

/// <summary>Which mentors offer an area, so that only pairs with something in common are ever looked at.</summary>
internal sealed class AreaIndex
{
    private readonly Dictionary<string, List<int>> _mentors = new(StringComparer.Ordinal);
    private readonly long[] _points;
    private readonly bool[] _found;
    private readonly List<int> _mentorsFound = [];

    private AreaIndex(int mentors) => (_points, _found) = (new long[mentors], new bool[mentors]);

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

    /// <summary>Positions of mentors who offer at least one of the areas, each once, with the points of the areas they offer. One enumeration at a time.</summary>
    /// <param name="byRank">Points of the area in a place of the list.</param>
    public IEnumerable<(int Mentor, long Points)> OfferingAny(IReadOnlyList<string> areas, Func<int, int> byRank)
    {
        for (var rank = 0; rank < areas.Count; rank++)
        {
            if (_mentors.TryGetValue(areas[rank], out var offering))
                Add(offering, byRank(rank));
        }

        foreach (var mentor in _mentorsFound)
        {
            yield return (mentor, _points[mentor]);
            (_points[mentor], _found[mentor]) = (0, false);
        }

        _mentorsFound.Clear();
    }

    private void Add(List<int> offering, int points)
    {
        foreach (var mentor in offering)
        {
            _points[mentor] += points;
            if (_found[mentor])
                continue;
            _found[mentor] = true;
            _mentorsFound.Add(mentor);
        }
    }
}
