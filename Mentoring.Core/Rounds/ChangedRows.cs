using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>Finds the pairs of a pool in which few have changed: a pair of two whom nothing has changed is what it was in the problem before.</summary>
/// <remarks>Somebody who asks what if changes a person or two, and a large pool has millions of pairs.</remarks>
internal sealed class ChangedRows
{
    private readonly MatchingProblem _before;

    // Where each mentee was whom nothing has changed.
    private readonly Dictionary<string, int> _mentees;

    // Mentors of before who are there still and moved together, and where those are now who are new or changed.
    private readonly List<Run> _runs = [];
    private readonly List<int> _fresh = [];
    private readonly Lazy<PairRows> _freshRows;
    private readonly Lazy<PairRows> _wholeRows;

    private readonly int[] _mentors;
    private readonly int[] _scores;
    private readonly bool[] _across;

    /// <param name="before">Matched by the rules that gates and points follow now.</param>
    public ChangedRows(Pool pool, RoundSolution before, Eligibility eligibility, PairScore score)
    {
        _before = before.Problem;
        _mentees = Numbered(before.Pool.Mentees.Select(mentee => mentee.Id));
        var mentors = Numbered(before.Pool.Mentors.Select(mentor => mentor.Id));
        for (var mentor = 0; mentor < pool.Mentors.Count; mentor++)
        {
            if (mentors.TryGetValue(pool.Mentors[mentor].Id, out var known) && IsAsBefore(before.Pool.Mentors[known], pool.Mentors[mentor]))
                Carry(known, mentor);
            else
                _fresh.Add(mentor);
        }

        var changed = pool.Mentees.Where(mentee => !_mentees.TryGetValue(mentee.Id, out var known) || !IsAsBefore(before.Pool.Mentees[known], mentee)).ToList();
        foreach (var mentee in changed)
            _mentees.Remove(mentee.Id);
        MostPairs = _before.PairCount + ((long)_fresh.Count * pool.Mentees.Count) + ((long)changed.Count * pool.Mentors.Count);

        _freshRows = new(() => RowsOf(pool with { Mentors = [.. _fresh.Select(mentor => pool.Mentors[mentor])] }, pool.Mentees));
        _wholeRows = new(() => RowsOf(pool, changed));
        (_mentors, _scores, _across) = (new int[pool.Mentors.Count], new int[pool.Mentors.Count], new bool[pool.Mentors.Count]);

        PairRows RowsOf(Pool people, IEnumerable<PoolMentee> asking) =>
            new(people, eligibility, score, new AreaIndex(people.Mentors, asking.SelectMany(mentee => mentee.Seeks)));
    }

    /// <summary>Whether at most mentors' places are other than before: then all pairs are the same.</summary>
    public static bool AreNone(Pool pool, Pool before) =>
        pool.Mentees.SequenceEqual(before.Mentees) && pool.Mentors.Count == before.Mentors.Count && before.Mentors.Zip(pool.Mentors).All(mentor => IsAsBefore(mentor.First, mentor.Second));

    /// <summary>There are no more pairs than these.</summary>
    public long MostPairs { get; }

    /// <summary>By mentor, ascending where the mentors stand in the order of before. It stands until the next call.</summary>
    /// <param name="mentee">Of the pool.</param>
    public PairRow Of(PoolMentee mentee) =>
        _mentees.TryGetValue(mentee.Id, out var known) ? Carried(known, _fresh.Count == 0 ? default : _freshRows.Value.Of(mentee)) : _wholeRows.Value.Of(mentee);

    private PairRow Carried(int mentee, PairRow fresh)
    {
        var row = _before.MentorsOf(mentee);
        var known = _before.PairScores.Slice(_before.PairStarts[mentee], row.Length);
        var crossings = _before.PairCrossings.IsEmpty ? [] : _before.PairCrossings.Slice(_before.PairStarts[mentee], row.Length);
        var (count, next) = (0, 0);
        foreach (var run in _runs)
        {
            count += Add(fresh, ref next, run.From + run.Shift, count);
            var carried = PlaceOf(run.From, row)..PlaceOf(run.To, row);
            var source = row[carried];
            var target = _mentors.AsSpan(count, source.Length);
            for (var pair = 0; pair < source.Length; pair++)
                target[pair] = source[pair] + run.Shift;
            known[carried].CopyTo(_scores.AsSpan(count));
            if (crossings.IsEmpty)
                _across.AsSpan(count, source.Length).Clear();
            else
                crossings[carried].CopyTo(_across.AsSpan(count));
            count += source.Length;
        }

        count += Add(fresh, ref next, int.MaxValue, count);
        return new PairRow(_mentors.AsSpan(0, count), _scores.AsSpan(0, count), _across.AsSpan(0, count));
    }

    /// <summary>Adds the new pairs that come before a mentor.</summary>
    private int Add(PairRow fresh, ref int next, int mentor, int count)
    {
        var first = next;
        for (; next < fresh.Mentors.Length && _fresh[fresh.Mentors[next]] < mentor; next++, count++)
            (_mentors[count], _scores[count], _across[count]) = (_fresh[fresh.Mentors[next]], fresh.Scores[next], fresh.Across[next]);
        return next - first;
    }

    /// <summary>How many of a row come before a mentor.</summary>
    private static int PlaceOf(int mentor, ReadOnlySpan<int> row)
    {
        var place = row.BinarySearch(mentor);
        return place < 0 ? ~place : place;
    }

    private void Carry(int known, int mentor)
    {
        if (_runs.Count > 0 && _runs[^1].To == known && _runs[^1].Shift == mentor - known)
            _runs[^1] = _runs[^1] with { To = known + 1 };
        else
            _runs.Add(new Run(known, known + 1, mentor - known));
    }

    /// <summary>Places are no part of a pair.</summary>
    private static bool IsAsBefore(PoolMentor before, PoolMentor mentor) => before == mentor || before == mentor with { Places = before.Places };

    /// <summary>Nor is how long somebody has waited.</summary>
    private static bool IsAsBefore(PoolMentee before, PoolMentee mentee) => before == mentee || before == mentee with { RoundsWaited = before.RoundsWaited, Since = before.Since };

    private static Dictionary<string, int> Numbered(IEnumerable<string> ids) =>
        ids.Select((id, number) => (id, number)).ToDictionary(person => person.id, person => person.number, StringComparer.Ordinal);

    /// <param name="From">The first, as they stood before.</param>
    /// <param name="To">The first after them.</param>
    /// <param name="Shift">How many places further they stand now.</param>
    private readonly record struct Run(int From, int To, int Shift);
}
