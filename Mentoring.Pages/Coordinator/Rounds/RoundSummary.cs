using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>A round in figures.</summary>
/// <param name="State">In a word: <c>scheduled</c>, <c>open</c>, <c>closed</c>, <c>matched</c>.</param>
/// <param name="Places">Mentees that all mentors together can take.</param>
/// <param name="Offers">How many by state, in the order to show.</param>
/// <param name="Partnerships">How many by state, in the order to show.</param>
public sealed record RoundSummary(
    string Id,
    string State,
    LocalInstant? Opens,
    LocalInstant? Deadline,
    int Registrations,
    int Mentors,
    int Mentees,
    int Places,
    IReadOnlyList<(string State, int Count)> Offers,
    IReadOnlyList<(string State, int Count)> Partnerships,
    int Waiting);
