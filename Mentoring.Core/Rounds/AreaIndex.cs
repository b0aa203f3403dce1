namespace Mentoring.Core.Rounds;

/// <summary>Which mentors offer an area, so that only pairs with something in common are ever looked at.</summary>
internal sealed class AreaIndex
{
    private const long Found = 1L << 32;

    /// <summary>A row may be long where one mentor in so many is in it.</summary>
    private const int Long = 16;

    private readonly Dictionary<string, int> _areas = new(StringComparer.Ordinal);
    private readonly int[] _starts;
    private readonly int[] _mentors;
    // Of each mentor in the row that is being found: in how many areas, over 32 bits of points.
    private readonly long[] _sums;
    private readonly int[] _row;
    private readonly int[] _points;

    /// <param name="asked">The areas that will be asked for, in any number; no mentor is found for others.</param>
    public AreaIndex(IReadOnlyList<PoolMentor> mentors, IEnumerable<string> asked)
    {
        (_sums, _row, _points) = (new long[mentors.Count], new int[mentors.Count], new int[mentors.Count]);
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

    /// <summary>Mentors who offer at least one of the areas, each once, ascending, with the points of the areas they offer. It stands until the next call.</summary>
    /// <param name="score">Gives the points of an area by its place in the list.</param>
    public AreaRow OfferingAny(IReadOnlyList<string> areas, PairScore score)
    {
        var most = 0;
        foreach (var area in areas)
            most += Offering(area).Length;
        var count = most < _sums.Length / Long ? FindFew(areas, score) : FindMany(areas, score);
        return new AreaRow(_row.AsSpan(0, count), _points.AsSpan(0, count));
    }

    /// <summary>At most so many pairs: a mentor is counted once for each area in common.</summary>
    public long CountWithin(IEnumerable<PoolMentee> mentees) => mentees.Sum(mentee => Math.Min(_sums.Length, mentee.Seeks.Sum(area => (long)Offering(area).Length)));

    private int FindFew(IReadOnlyList<string> areas, PairScore score)
    {
        var count = 0;
        for (var rank = 0; rank < areas.Count; rank++)
        {
            var found = Found + score.ByRank(rank);
            foreach (var mentor in Offering(areas[rank]))
            {
                if (_sums[mentor] == 0)
                    _row[count++] = mentor;
                _sums[mentor] += found;
            }
        }

        _row.AsSpan(0, count).Sort();
        for (var index = 0; index < count; index++)
        {
            ref var sum = ref _sums[_row[index]];
            (_points[index], sum) = ((int)(sum & uint.MaxValue), 0);
        }

        return count;
    }

    /// <summary>A long row is read off all sums, which costs one look at each mentor and no sorting.</summary>
    private int FindMany(IReadOnlyList<string> areas, PairScore score)
    {
        var (sums, row, points) = (_sums, _row, _points);
        for (var rank = 0; rank < areas.Count; rank++)
        {
            var found = Found + score.ByRank(rank);
            foreach (var mentor in Offering(areas[rank]))
                sums[mentor] += found;
        }

        var count = 0;
        for (var mentor = 0; mentor < sums.Length; mentor++)
        {
            // Written in any case, kept only where there was something: quicker than a branch nobody can foretell.
            var sum = sums[mentor];
            row[count] = mentor;
            points[count] = (int)(sum & uint.MaxValue);
            count += sum == 0 ? 0 : 1;
        }

        Array.Clear(sums);
        return count;
    }
}

/// <summary>Mentors, ascending, and beside each the points of the areas in common.</summary>
internal readonly ref struct AreaRow(ReadOnlySpan<int> mentors, ReadOnlySpan<int> points)
{
    public ReadOnlySpan<int> Mentors { get; } = mentors;

    public ReadOnlySpan<int> Points { get; } = points;
}
