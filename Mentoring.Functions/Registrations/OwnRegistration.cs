using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Registrations;

/// <summary>What a person's link opens: their registration, followed into the round to which they were carried over.</summary>
/// <param name="Stations">From the round of the link to the one where they are now. Someone who is both may be carried over in one role only.</param>
public sealed record OwnRegistration(string Token, IReadOnlyList<Station> Stations)
{
    public Station Home => Stations[^1];

    public string Path => LinkPath.OwnPage(Token);

    /// <summary>Where the mentee's part is played; null where they are no mentee.</summary>
    public Station? MenteeAt => Stations.LastOrDefault(station => station.HasMentee);

    public Station? MentorAt => Stations.LastOrDefault(station => station.HasMentor);

    /// <summary>As registered last. There is one as long as nothing was erased.</summary>
    public Entry Entry => Persons.EntryOf(Home.Registration) ?? throw new InvalidOperationException("An erased registration is not opened.");
}
