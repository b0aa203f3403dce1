using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>A round.</summary>
/// <param name="Pages">What there is to look at.</param>
/// <param name="Actions">What can be done with it now, each on a page that asks first.</param>
/// <param name="NeedsAttention">Of this round.</param>
/// <param name="News">What should be known and needs nobody.</param>
public sealed record RoundModel(
    Scheme Scheme,
    DeskVisit Visit,
    RoundCourse Course,
    IReadOnlyList<DeskLink> Pages,
    IReadOnlyList<DeskLink> Actions,
    IReadOnlyList<AttentionItem> NeedsAttention,
    IReadOnlyList<AttentionItem> News) : DeskModel<RoundPage>(Scheme, Visit);
