using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.People;

/// <summary>A person: what they wrote, where they stand, and all that has happened.</summary>
/// <param name="Facts">Name → value, as they wrote it.</param>
/// <param name="Unmatched">Why they were not matched, in the coordinator's version; empty where they were.</param>
/// <param name="Actions">What can be done, each on a page that asks first.</param>
/// <param name="Elsewhere">Their registrations in other rounds.</param>
/// <param name="Events">Oldest first.</param>
public sealed record StoryModel(
    Scheme Scheme, DeskVisit Visit, string Round, string Name, IReadOnlyList<string> States, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<string> Unmatched,
    IReadOnlyList<DeskLink> Actions, IReadOnlyList<DeskLink> Elsewhere, IReadOnlyList<StoryEvent> Events) : DeskModel<StoryPage>(Scheme, Visit);

/// <param name="Words">A sentence.</param>
public sealed record StoryEvent(LocalInstant At, string Words);
