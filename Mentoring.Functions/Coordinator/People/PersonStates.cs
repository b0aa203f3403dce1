using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Where people of a round stand, in a word for each role.</summary>
internal static class PersonStates
{
    public static IReadOnlyList<string> All { get; } = ["registered", "waiting", "offered", "paired", "resting", "finished", "carried", "available", "full", "pausing", "closed", "withdrawn", "erased"];

    public static IReadOnlyList<string> Of(RoundBook book, string id)
    {
        if (book.Registrations[id] is Registration.Withdrawn)
            return ["withdrawn"];
        if (book.Registrations[id] is Registration.Erased)
            return ["erased"];
        List<string> states = [];
        if (book.Mentees.GetValueOrDefault(id) is { } mentee and not MenteeStanding.None)
            states.Add(RoundMatches.StateOf(mentee));
        if (book.Mentors.GetValueOrDefault(id) is { } mentor and not MentorPlaces.None)
            states.Add(Of(mentor));
        return states.Count > 0 ? states : ["registered"];
    }

    public static string RoleOf(Entry? entry) => entry switch
    {
        { Mentor: not null, Mentee: not null } => "both",
        { Mentor: not null } => "mentor",
        { Mentee: not null } => "mentee",
        _ => "",
    };

    private static string Of(MentorPlaces mentor) => mentor switch
    {
        MentorPlaces.Available { Places.Free: > 0 } => "available",
        MentorPlaces.Available => "full",
        MentorPlaces.Resting => "pausing",
        MentorPlaces.Closed { To: not null } => "carried",
        _ => "closed",
    };
}
