namespace Mentoring.Core.Rounds;

/// <summary>Which mentors offer an area, so that only pairs with something in common are ever looked at.</summary>
internal sealed class AreaIndex
{
    private readonly Dictionary<string, int> _areas = new(StringComparer.Ordinal);
    private readonly int[] _starts;
    private readonly int[] _mentors;
    private readonly int[] _points;
    private readonly bool[] _found;
    private readonly int[] _row;

    /// <param name="asked">The areas that will be asked for, in any number; no mentor is found for others.</param>
    public AreaIndex(IReadOnlyList<PoolMentor> mentors, IEnumerable<string> asked)
    {
        (_points, _found, _row) = (new int[mentors.Count], new bool[mentors.Count], new int[mentors.Count]);
        foreach (var code in asked)
            _areas.TryAdd(code, _areas.Count);
        var offered = new List<(int Area, int Mentor)>(mentors.Count);
        _starts = new int[_areas.Count + 1];
        for (var mentor = 0; mentor < mentors.Count; mentor++)
        {
            foreach (var code in mentors[mentor].Offers)
            {
                if (!_areas.TryGetValue(code, out var area))
                    continue;
                offered.Add((area, mentor));
                _starts[area + 1]++;
            }
        }

        for (var area = 0; area < _areas.Count; area++)
            _starts[area + 1] += _starts[area];
        _mentors = new int[offered.Count];
        var next = _starts.AsSpan(0, _areas.Count).ToArray();
        foreach (var (area, mentor) in offered)
            _mentors[next[area]++] = mentor;
    }

    /// <summary>Positions of mentors who offer the area, ascending.</summary>
    public ReadOnlySpan<int> Offering(string area) =>
        _areas.TryGetValue(area, out var number) ? _mentors.AsSpan(_starts[number].._starts[number + 1]) : [];

    /// <summary>Positions of mentors who offer at least one of the areas, each once, ascending. It stands until the next call.</summary>
    /// <param name="score">Gives the points of an area by its place in the list; <see cref="TakePoints"/> gives their sum.</param>
    public ReadOnlySpan<int> OfferingAny(IReadOnlyList<string> areas, PairScore score)
    {
        var count = 0;
        for (var rank = 0; rank < areas.Count; rank++)
        {
            var points = score.ByRank(rank);
            foreach (var mentor in Offering(areas[rank]))
            {
                _points[mentor] += points;
                if (_found[mentor])
                    continue;
                _found[mentor] = true;
                _row[count++] = mentor;
            }
        }

        Ascend(count);
        return _row.AsSpan(0, count);
    }

    /// <summary>Points of the areas that a mentor of the last row offers; to be asked once for each of them.</summary>
    public int TakePoints(int mentor)
    {
        var points = _points[mentor];
        (_points[mentor], _found[mentor]) = (0, false);
        return points;
    }

    /// <summary>At most so many pairs, a mentor counted once for each area in common: the size of what comes.</summary>
    public long CountWithin(IEnumerable<PoolMentee> mentees) => mentees.Sum(mentee => mentee.Seeks.Sum(area => (long)Offering(area).Length));

    /// <summary>A short row is sorted; a long one is read off the marks, which costs one look at each mentor.</summary>
    private void Ascend(int count)
    {
        if (count < _row.Length / 16)
        {
            _row.AsSpan(0, count).Sort();
            return;
        }

        var next = 0;
        for (var mentor = 0; next < count; mentor++)
        {
            if (_found[mentor])
                _row[next++] = mentor;
        }
    }
}
