using System.Diagnostics.CodeAnalysis;
using Mentoring.Core.People;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>A pool in which people are changed one after another. Whoever is named and not there is a fault.</summary>
internal sealed class ChangedPeople(Pool pool, List<Fault> faults)
{
    private readonly Dictionary<string, PoolMentee> _mentees = pool.Mentees.ToDictionary(mentee => mentee.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, PoolMentor> _mentors = pool.Mentors.ToDictionary(mentor => mentor.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _menteeIds = pool.Mentees.ToDictionary(mentee => mentee.Person, mentee => mentee.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mentorIds = pool.Mentors.ToDictionary(mentor => mentor.Person, mentor => mentor.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>A mentor without a place is nobody to match.</summary>
    public Pool ToPool() => Pool.Of(_mentees.Values, _mentors.Values.Where(mentor => mentor.Places > 0));

    public void Mentor(SettingsSection change, Func<PoolMentor, PoolMentor> toChange)
    {
        var found = Named(change, "mentor", _mentors, _mentorIds, out var mentor);
        var changed = toChange(mentor ?? Nobody);
        if (found && IsFirst(change, "mentor", mentor!.Id))
            _mentors[mentor.Id] = changed;
    }

    public void Mentee(SettingsSection change, Func<PoolMentee, PoolMentee> toChange)
    {
        var found = Named(change, "mentee", _mentees, _menteeIds, out var mentee);
        var changed = toChange(mentee ?? NoMentee);
        if (found && IsFirst(change, "mentee", mentee!.Id))
            _mentees[mentee.Id] = changed;
    }

    public void Apart(SettingsSection change)
    {
        if (Named(change, "mentee", _mentees, _menteeIds, out var mentee) & Named(change, "mentor", _mentors, _mentorIds, out var mentor))
            _mentees[mentee!.Id] = mentee with { Exclude = [.. mentee.Exclude, mentor!.Person] };
    }

    public void Add(PoolMentor mentor) => _mentors[mentor.Id] = mentor;

    public void Add(PoolMentee mentee) => _mentees[mentee.Id] = mentee;

    public bool Knows(string named) => Find(named, _mentees, _menteeIds) is not null || Find(named, _mentors, _mentorIds) is not null;

    /// <summary>From both sides.</summary>
    public void Remove(string named)
    {
        if (Find(named, _mentees, _menteeIds) is { } mentee)
            _mentees.Remove(mentee.Id);
        if (Find(named, _mentors, _mentorIds) is { } mentor)
            _mentors.Remove(mentor.Id);
    }

    private static bool Named<T>(SettingsSection change, string role, Dictionary<string, T> people, Dictionary<string, string> ids, [NotNullWhen(true)] out T? person)
        where T : class
    {
        var allowed = $"the id or email address of a {role} in this matching";
        var named = change.Text(role, EmailAddress.Longest, allowed, text => Find(text, people, ids) is not null);
        person = named is null ? null : Find(named, people, ids);
        return person is not null;
    }

    private static T? Find<T>(string named, Dictionary<string, T> people, Dictionary<string, string> ids)
        where T : class
    {
        if (people.TryGetValue(named, out var person))
            return person;
        return EmailAddress.TryParse(named, out var address) && ids.TryGetValue(address.Person, out var id) ? people.GetValueOrDefault(id) : null;
    }

    /// <summary>Two changes of one thing contradict each other.</summary>
    private bool IsFirst(SettingsSection change, string role, string id)
    {
        var isFirst = _changed.Add(change.At("").Split('[')[0] + ":" + id);
        if (!isFirst)
            faults.Add(new Fault(change.At(role), id, "each person once"));
        return isFirst;
    }

    private static PoolMentor Nobody { get; } = new("", "", "", [], [], default, 0);

    private static PoolMentee NoMentee { get; } = new("", "", "", [], [], [], default, 0, default);
}
