using Mentoring.Core.People;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>A pool in which people are changed one after another. Whoever is named and not there is a fault.</summary>
internal sealed class ChangedPeople(Pool pool, NamedPeople named, List<Fault> faults)
{
    private readonly Dictionary<string, PoolMentee> _mentees = pool.Mentees.ToDictionary(mentee => mentee.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, PoolMentor> _mentors = pool.Mentors.ToDictionary(mentor => mentor.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>Stands in where nobody is found, so that the rest of the change is read and its faults are told as well.</summary>
    private static PoolMentor NoMentor { get; } = new("", "", "", [], [], default, 0);

    private static PoolMentee NoMentee { get; } = new("", "", "", [], [], [], default, 0, default);

    public Pool ToPool() => Pool.Of(_mentees.Values, _mentors.Values);

    public void Mentor(string list, SettingsSection change, Func<PoolMentor, PoolMentor> toChange)
    {
        var mentor = Named(change, "mentor", named.Mentor);
        var id = mentor?.Id ?? "";
        var changed = toChange(mentor is null ? NoMentor : _mentors[id]);
        if (mentor is not null && IsFirst(list, change.At("mentor"), id))
            _mentors[id] = changed;
    }

    public void Mentee(string list, SettingsSection change, Func<PoolMentee, PoolMentee> toChange)
    {
        var mentee = Named(change, "mentee", named.Mentee);
        var id = mentee?.Id ?? "";
        var changed = toChange(mentee is null ? NoMentee : _mentees[id]);
        if (mentee is not null && IsFirst(list, change.At("mentee"), id))
            _mentees[id] = changed;
    }

    public void Apart(SettingsSection change)
    {
        var (mentee, mentor) = (Named(change, "mentee", named.Mentee), Named(change, "mentor", named.Mentor));
        if (mentee is not null && mentor is not null)
            _mentees[mentee.Id] = _mentees[mentee.Id] with { Exclude = [.. _mentees[mentee.Id].Exclude, mentor.Person] };
    }

    public void Add(PoolMentor mentor) => _mentors[mentor.Id] = mentor;

    public void Add(PoolMentee mentee) => _mentees[mentee.Id] = mentee;

    public bool Knows(string who) => named.Mentee(who) is not null || named.Mentor(who) is not null;

    /// <summary>From both sides. A mentor stays, without a place: nobody is matched with them, and all pairs are what they were.</summary>
    public void Remove(string who)
    {
        if (named.Mentee(who) is { } mentee)
            _mentees.Remove(mentee.Id);
        if (named.Mentor(who) is { } mentor)
            _mentors[mentor.Id] = _mentors[mentor.Id] with { Places = 0 };
    }

    private static T? Named<T>(SettingsSection change, string role, Func<string, T?> find)
        where T : class
    {
        var who = change.Text(role, EmailAddress.Longest, $"the id or email address of a {role} in this matching", text => find(text) is not null);
        return who is null ? null : find(who);
    }

    /// <summary>Two changes of one thing contradict each other.</summary>
    private bool IsFirst(string list, string path, string id)
    {
        if (_changed.Add(list + ":" + id))
            return true;
        faults.Add(new Fault(path, id, "each person once"));
        return false;
    }
}
