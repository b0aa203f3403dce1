using Mentoring.Core.Schemes;
using Mentoring.Pages.Schemes;

namespace Mentoring.Pages.Coordinator.Reports;

/// <summary>What people wrote in reviews, each for the purpose that its author allowed and for no other.</summary>
/// <param name="ToYou">What they wrote to the coordinator.</param>
/// <param name="Needs">What they answered in words, from those who let the coordinator read their answers to improve the scheme.</param>
/// <param name="CaseStudies">Who may be written to about a case study. Nothing of what they answered stands here.</param>
/// <param name="Kept">Reviews whose authors allow none of this.</param>
/// <param name="List">Turns the pages of the three lists together.</param>
public sealed record FeedbackModel(
    Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, IReadOnlyList<FeedbackRow> ToYou, IReadOnlyList<FeedbackRow> Needs, IReadOnlyList<DeskLink> CaseStudies, int Kept, PageOfList List) : DeskModel<FeedbackPage>(Scheme, Visit)
{
    /// <summary>What was changed because of the evaluation, in whichever round; the latest first.</summary>
    public IReadOnlyList<ChangeEntry> Changes { get; init; } = [];
}

/// <param name="About">Which question.</param>
public sealed record FeedbackRow(DeskLink Author, string About, string Words);
