namespace Mentoring.Core.Rounds;

/// <summary>For which mentors gates need not be asked, and of which institution each is, as numbers that lie side by side.</summary>
/// <remarks>
/// A large pool has millions of pairs, and for nearly all no gate could be shut: the two are of different institutions, neither is held
/// back, the scheme asks no more of the mentor, who names nobody and seeks no mentor, and the mentee's own lists do not name the mentor. Nobody's record is fetched for
/// those. Which facts gates look at stands in <see cref="Eligibility"/>; a test holds the pairs against the gates themselves.
/// </remarks>
internal sealed class PlainPeople
{
    private readonly Dictionary<string, int> _institutions = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> _byPerson;
    private readonly int[] _institutionOf;
    private readonly bool[] _isPlain;
    private readonly List<int> _named = [];

    public PlainPeople(IReadOnlyList<PoolMentee> mentees, IReadOnlyList<PoolMentor> mentors, Eligibility eligibility)
    {
        var seeking = mentees.Select(mentee => mentee.Person).ToHashSet(StringComparer.Ordinal);
        var named = mentees.SelectMany(mentee => mentee.Exclude.Concat(mentee.Refused)).ToHashSet(StringComparer.Ordinal);
        _institutionOf = new int[mentors.Count];
        _isPlain = new bool[mentors.Count];
        for (var mentor = 0; mentor < mentors.Count; mentor++)
        {
            var person = mentors[mentor];
            _institutions.TryAdd(person.Institution, _institutions.Count);
            (_institutionOf[mentor], _isPlain[mentor]) = (_institutions[person.Institution], person.Exclude.Count == 0 && !eligibility.AsksOf(person) && !seeking.Contains(person.Person));
        }

        _byPerson = Enumerable.Range(0, mentors.Count).Where(mentor => named.Contains(mentors[mentor].Person)).ToLookup(mentor => mentors[mentor].Person, StringComparer.Ordinal);
    }

    /// <summary>Of which institution each mentor is.</summary>
    public ReadOnlySpan<int> Institutions => _institutionOf;

    /// <summary>The number of an institution; -1 where no mentor is of it.</summary>
    public int NumberOf(string institution) => _institutions.GetValueOrDefault(institution, -1);

    /// <summary>Which mentors are plain for a mentee, those of the mentee's institution left aside. It stands until the next call.</summary>
    public ReadOnlySpan<bool> For(PoolMentee mentee)
    {
        foreach (var mentor in _named)
            _isPlain[mentor] = true;
        _named.Clear();
        foreach (var person in mentee.Exclude.Concat(mentee.Refused))
            Name(person);
        return _isPlain;
    }

    private void Name(string person)
    {
        foreach (var mentor in _byPerson[person])
        {
            if (!_isPlain[mentor])
                continue;
            _isPlain[mentor] = false;
            _named.Add(mentor);
        }
    }
}
