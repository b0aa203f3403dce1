using Mentoring.Pages;
using Mentoring.Pages.Coordinator;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>The pages of a round.</summary>
internal static class RoundLinks
{
    /// <param name="hasRun">Whether there is a matching to look into.</param>
    public static IReadOnlyList<DeskLink> Of(string round, bool hasRun) =>
    [
        new($"Round {round}", Paths.Round(round)),
        new("Pairs", Paths.Round(round, "pairs")),
        new("Waiting list", Paths.Round(round, "waiting")),
        new("What if", Paths.Round(round, "what-if")),
        new("Why not", Paths.Round(round, "why-not")),
        .. hasRun ? [new DeskLink("Certificate", Paths.Round(round, "certificate")), new DeskLink("Report", Paths.Round(round, "report")), new DeskLink("Feedback", Paths.Round(round, "feedback"))] : Array.Empty<DeskLink>(),
    ];
}
