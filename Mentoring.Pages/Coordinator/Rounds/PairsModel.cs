using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>Every match of a round with its reasons.</summary>
/// <param name="Pages">Of the round.</param>
/// <param name="Across">Pairs of different institutions, in words; null before the round has run.</param>
public sealed record PairsModel(
    Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, string? Across, IReadOnlyList<string> States, string Chosen, IReadOnlyList<PairRow> Pairs, PageOfList List) : DeskModel<PairsPage>(Scheme, Visit);

/// <param name="Reasons">Points and words.</param>
/// <param name="Offer">State of the offer, in a word.</param>
/// <param name="Partnership">State of what came of it; null where nothing did yet.</param>
/// <param name="Next">What comes next and when, in words; null where nothing does.</param>
/// <param name="Actions">What can be done, each on a page that asks first.</param>
public sealed record PairRow(
    DeskLink Mentee, DeskLink Mentor, long Score, IReadOnlyList<(long Points, string Words)> Reasons, bool ByHand, string Offer, string? Partnership, string? Next, LocalInstant? Since, IReadOnlyList<DeskLink> Actions);
