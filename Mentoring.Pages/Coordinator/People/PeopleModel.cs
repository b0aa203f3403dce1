using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Coordinator.People;

/// <summary>Everybody of a round, or whom the filter leaves.</summary>
/// <param name="Rounds">Ids, the latest first.</param>
/// <param name="States">What people may be filtered by.</param>
/// <param name="Filter">As it was asked for: <c>round</c>, <c>q</c>, <c>role</c>, <c>state</c>.</param>
public sealed record PeopleModel(
    Scheme Scheme, DeskVisit Visit, IReadOnlyList<string> Rounds, IReadOnlyList<string> States, FormState Filter, IReadOnlyList<PersonRow> People, PageOfList List) : DeskModel<PeoplePage>(Scheme, Visit);

/// <param name="States">In a word, for each role.</param>
public sealed record PersonRow(string Id, string Name, string Institution, string Role, IReadOnlyList<string> States, LocalInstant? Received);
