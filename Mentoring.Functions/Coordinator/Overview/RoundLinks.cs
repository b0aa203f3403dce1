using Mentoring.Pages;
using Mentoring.Pages.Coordinator;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>The pages of a round.</summary>
internal static class RoundLinks
{
    /// <summary>Those that have something to show: a certificate belongs to the matching of everybody together, a report to what came of any.</summary>
    public static IReadOnlyList<DeskLink> Of(RoundBook book) =>
    [
        new($"Round {book.Id}", Paths.Round(book.Id)),
        new("Pairs", Paths.Round(book.Id, "pairs")),
        new("Waiting list", Paths.Round(book.Id, "waiting")),
        new("What if", Paths.Round(book.Id, "what-if")),
        new("Why not", Paths.Round(book.Id, "why-not")),
        .. book.Matching is not null ? [new DeskLink("Certificate", Paths.Round(book.Id, "certificate"))] : Array.Empty<DeskLink>(),
        .. book.Matching is not null || book.Plan is { IsRolling: true } ? [new DeskLink("Report", Paths.Round(book.Id, "report")), new DeskLink("Feedback", Paths.Round(book.Id, "feedback"))] : Array.Empty<DeskLink>(),
    ];
}
