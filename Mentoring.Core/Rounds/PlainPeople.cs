namespace Mentoring.Core.Rounds;

/// <summary>Who has nothing about them that could shut a gate, and of which institution each mentor is, as numbers that lie side by side.</summary>
/// <remarks>
/// A large pool has millions of pairs, nearly all of plain people from different institutions: no gate needs to be asked for those, and
/// nobody's record fetched. Which facts gates look at stands in <see cref="Eligibility"/>; a test holds the pairs against the gates themselves.
/// </remarks>
internal sealed class PlainPeople
{
    private readonly Dictionary<string, int> _institutions = new(StringComparer.Ordinal);
    private readonly int[] _institutionOf;
    private readonly bool[] _isPlain;

    public PlainPeople(IReadOnlyList<PoolMentee> mentees, IReadOnlyList<PoolMentor> mentors)
    {
        var seeking = mentees.Select(mentee => mentee.Person).ToHashSet(StringComparer.Ordinal);
        _institutionOf = new int[mentors.Count];
        _isPlain = new bool[mentors.Count];
        for (var mentor = 0; mentor < mentors.Count; mentor++)
        {
            var person = mentors[mentor];
            _institutions.TryAdd(person.Institution, _institutions.Count);
            (_institutionOf[mentor], _isPlain[mentor]) = (_institutions[person.Institution], person.Exclude.Count == 0 && !person.HeldBack && !seeking.Contains(person.Person));
        }
    }

    /// <summary>The number of an institution; -1 where no mentor is of it.</summary>
    public int NumberOf(string institution) => _institutions.GetValueOrDefault(institution, -1);

    public int InstitutionOf(int mentor) => _institutionOf[mentor];

    public static bool IsPlain(PoolMentee mentee) => mentee.Exclude.Count == 0 && mentee.Refused.Count == 0 && !mentee.HeldBack;

    public bool IsPlain(int mentor) => _isPlain[mentor];
}
