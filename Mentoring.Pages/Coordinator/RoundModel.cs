using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator;

/// <summary>A round in full.</summary>
/// <param name="Certificate">What the checker says of the round's matching, in words; null before it has run.</param>
public sealed record RoundModel(
    Scheme Scheme,
    RoundSummary Round,
    IReadOnlyList<MatchRow> Matches,
    IReadOnlyList<UnmatchedRow> Unmatched,
    IReadOnlyList<PartnershipRow> Partnerships,
    IReadOnlyList<WaitingRow> Waiting,
    string? Certificate) : PageModel<RoundPage>(Scheme);
