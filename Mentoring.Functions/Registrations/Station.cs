using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>A person's registration in one round, with where they stand in each role.</summary>
public sealed record Station(string Round, string Id, Registration Registration, MenteeStanding Mentee, MentorPlaces Mentor)
{
    /// <summary>Where the person was carried over to; null where they were not.</summary>
    public Forward? Forward => (Mentee as MenteeStanding.Carried)?.To ?? (Mentor as MentorPlaces.Closed)?.To;

    /// <summary>Whether the mentee's part is played here, and not in a later round.</summary>
    public bool HasMentee => Mentee is not (MenteeStanding.None or MenteeStanding.Carried);

    public bool HasMentor => Mentor is MentorPlaces.Available or MentorPlaces.Resting;

    public static async Task<Station> ReadAsync(LedgerReader reader, string round, string id, CancellationToken cancellation) => new(
        round,
        id,
        await reader.StateAsync(Stages.Registrations, round, id, cancellation),
        await reader.StateAsync(Stages.Mentees, round, id, cancellation),
        await reader.StateAsync(Stages.Mentors, round, id, cancellation));

    /// <summary>From a round to the one where the person is now. Forwards lead to later rounds, so they end.</summary>
    public static async Task<IReadOnlyList<Station>> FollowAsync(LedgerReader reader, string round, string id, CancellationToken cancellation)
    {
        var stations = new List<Station>();
        for (Forward? next = new(round, id); next is not null; next = stations[^1].Forward)
            stations.Add(await ReadAsync(reader, next.Round, next.Registration, cancellation));
        return stations;
    }

    /// <summary>Whether anything still runs here.</summary>
    public bool IsLive => HasMentor || (HasMentee && Mentee is not MenteeStanding.Finished);
}
