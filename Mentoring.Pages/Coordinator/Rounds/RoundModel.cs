using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>A round.</summary>
/// <param name="Pages">What there is to look at.</param>
/// <param name="Actions">What can be done with it now, each on a page that asks first.</param>
/// <param name="NeedsAttention">Of this round, as many as a page holds.</param>
/// <param name="Matters">Which of all that needs somebody is shown.</param>
/// <param name="News">What should be known and needs nobody, the oldest first, as much as a page holds.</param>
/// <param name="MoreNews">How much there is beyond that.</param>
/// <param name="Imports">Imports that run, by how far they have come.</param>
/// <param name="IsWatched">Whether the page keeps itself up to date.</param>
public sealed record RoundModel(
    Scheme Scheme,
    DeskVisit Visit,
    RoundCourse Course,
    IReadOnlyList<DeskLink> Pages,
    IReadOnlyList<DeskLink> Actions,
    IReadOnlyList<AttentionItem> NeedsAttention,
    PageOfList Matters,
    IReadOnlyList<AttentionItem> News,
    int MoreNews,
    IReadOnlyList<DeskLink> Imports,
    bool IsWatched) : DeskModel<RoundPage>(Scheme, Visit);
