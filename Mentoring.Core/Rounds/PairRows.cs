namespace Mentoring.Core.Rounds;

/// <summary>Finds the eligible pairs of one mentee after another, with their scores.</summary>
internal sealed class PairRows
{
    private readonly IReadOnlyList<PoolMentor> _people;
    private readonly Eligibility _eligibility;
    private readonly PairScore _score;
    private readonly AreaIndex _index;
    private readonly PlainPeople _plain;

    // What each mentor has for offering few areas.
    private readonly int[] _beside;
    private readonly int[] _mentors;
    private readonly int[] _scores;
    private readonly bool[] _across;

    /// <param name="index">Of the pool's mentors.</param>
    public PairRows(Pool pool, Eligibility eligibility, PairScore score, AreaIndex index)
    {
        (_people, _eligibility, _score, _index, _plain) = (pool.Mentors, eligibility, score, index, new PlainPeople(pool.Mentees, pool.Mentors, eligibility));
        _beside = [.. pool.Mentors.Select(score.Focus)];
        (_mentors, _scores, _across) = (new int[pool.Mentors.Count], new int[pool.Mentors.Count], new bool[pool.Mentors.Count]);
    }

    /// <summary>By mentor, ascending: pairs that come in order need no sorting. It stands until the next call.</summary>
    public PairRow Of(PoolMentee person)
    {
        var row = _index.OfferingAny(person.Seeks, _score);
        var (institution, elsewhere) = (_plain.NumberOf(person.Institution), _score.DifferentInstitution);
        var institutions = _plain.Institutions;
        var isPlain = _plain.For(person);
        // All as locals: fields would be read again for each of millions of pairs.
        var found = row.Mentors;
        var points = row.Points[..found.Length];
        var (beside, mentors, scores, across) = (_beside, _mentors, _scores, _across);
        var count = 0;
        for (var index = 0; index < found.Length; index++)
        {
            var mentor = found[index];
            var isAcross = institutions[mentor] != institution;
            if ((!isAcross || !isPlain[mentor] || person.HeldBack) && _eligibility.KeepsApart(person, _people[mentor]))
                continue;
            mentors[count] = mentor;
            scores[count] = points[index] + beside[mentor] + (isAcross ? elsewhere : 0);
            across[count] = isAcross;
            count++;
        }

        return new PairRow(mentors.AsSpan(0, count), scores.AsSpan(0, count), across.AsSpan(0, count));
    }
}

/// <summary>The pairs of one mentee.</summary>
/// <param name="mentors">By position.</param>
/// <param name="scores">As many.</param>
/// <param name="across">Whether the two are of different institutions; as many.</param>
internal readonly ref struct PairRow(ReadOnlySpan<int> mentors, ReadOnlySpan<int> scores, ReadOnlySpan<bool> across)
{
    public ReadOnlySpan<int> Mentors { get; } = mentors;

    public ReadOnlySpan<int> Scores { get; } = scores;

    public ReadOnlySpan<bool> Across { get; } = across;
}
