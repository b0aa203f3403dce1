namespace Mentoring.Core.Rounds;

/// <summary>How a group of mentees fared. A figure that would tell of fewer people than may be told of is null.</summary>
/// <param name="Name">What they have in common; <see cref="FairnessTable.SmallGroups"/> for small groups together.</param>
/// <param name="MatchRate">0 to 1, to three places.</param>
/// <param name="MedianScore">Of the group's matches; the mean of the two in the middle where their number is even.</param>
/// <param name="AcceptanceRate">Accepted to answered offers, 0 to 1, to three places; silence until the end is an answer. Null also where few accepted or few did not.</param>
public sealed record FairnessGroup(string Name, int Mentees, int Matched, double MatchRate, double? MedianScore, double? AcceptanceRate)
{
    internal static FairnessGroup Of(string name, IReadOnlyCollection<MenteeOutcome> outcomes)
    {
        var scores = outcomes.Select(outcome => outcome.Score).OfType<long>().Order().ToList();
        var answers = outcomes.Select(outcome => outcome.Accepted).OfType<bool>().ToList();
        var accepted = answers.Count(answer => answer);
        return new FairnessGroup(
            name, outcomes.Count, scores.Count, Share(scores.Count, outcomes.Count),
            scores.Count < FairnessReport.SmallestGroup ? null : (scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2.0,
            answers.Count < FairnessReport.SmallestGroup || FairnessReport.TellsOfFew(accepted, answers.Count) ? null : Share(accepted, answers.Count));
    }

    private static double Share(int some, int all) => all == 0 ? 0 : Math.Round((double)some / all, 3);
}
