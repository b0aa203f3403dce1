using Mentoring.Core.People;

namespace Mentoring.Core.Rounds;

/// <summary>Finds people of a pool as coordinators name them: by id or by email address.</summary>
/// <param name="hasAddress">Whether whoever has an id may be named by address: nobody may whose data was erased, although a recorded matching would know them. Null for everybody.</param>
public sealed class NamedPeople(Pool pool, Func<string, bool>? hasAddress = null)
{
    private readonly Dictionary<string, PoolMentee> _mentees = pool.Mentees.ToDictionary(mentee => mentee.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, PoolMentor> _mentors = pool.Mentors.ToDictionary(mentor => mentor.Id, StringComparer.Ordinal);
    private readonly ILookup<string, PoolMentee> _menteesByPerson = pool.Mentees.ToLookup(mentee => mentee.Person, StringComparer.Ordinal);
    private readonly ILookup<string, PoolMentor> _mentorsByPerson = pool.Mentors.ToLookup(mentor => mentor.Person, StringComparer.Ordinal);

    /// <summary>Null where the pool has no such mentee.</summary>
    public PoolMentee? Mentee(string named) => Find(named, _mentees, _menteesByPerson, mentee => mentee.Id);

    /// <summary>Null where the pool has no such mentor.</summary>
    public PoolMentor? Mentor(string named) => Find(named, _mentors, _mentorsByPerson, mentor => mentor.Id);

    private T? Find<T>(string named, Dictionary<string, T> byId, ILookup<string, T> byPerson, Func<T, string> idOf)
        where T : class
    {
        if (byId.TryGetValue(named, out var person))
            return person;
        return EmailAddress.TryParse(named, out var address) ? byPerson[address.Person].FirstOrDefault(found => hasAddress is null || hasAddress(idOf(found))) : null;
    }
}
