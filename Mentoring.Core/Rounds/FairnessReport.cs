using System.Globalization;
using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>Whether groups of mentees fared alike in one matching, and whether whoever waited longest was served first.</summary>
/// <param name="All">Everybody together.</param>
/// <param name="LongestWaitFirst">Found by a search that knows neither prices nor weights.</param>
/// <param name="LongestWaitWords">The finding as a sentence.</param>
public sealed record FairnessReport(FairnessGroup All, IReadOnlyList<FairnessTable> Tables, bool LongestWaitFirst, string LongestWaitWords)
{
    /// <summary>No figure is given that tells of fewer people.</summary>
    public const int SmallestGroup = 5;

    private static readonly (int From, string Name)[] Sizes = [(1, "1 person"), (2, "2 to 4 people"), (5, "5 to 9 people"), (10, "10 to 19 people"), (20, "20 people and more")];

    /// <summary>Whether a part, or what is left beside it, is small: the one gives the other away.</summary>
    public static bool TellsOfFew(int some, int all) => some is > 0 and < SmallestGroup || all - some is > 0 and < SmallestGroup;

    /// <summary>The first mentee in whose stead somebody was matched who had waited less; null where there is none. It follows from the matching alone.</summary>
    public static PassedOver? FirstBreach(RoundSolution round) => ClassOrder.FirstBreach(round.Problem, round.Result.Certificate.MentorOf.AsSpan());

    /// <param name="breach">See <see cref="FirstBreach"/>.</param>
    /// <param name="factsOf">By id of a mentee; null where they are not known any more.</param>
    public static FairnessReport Of(Pool pool, RoundResult result, PassedOver? breach, Func<string, MenteeFacts?> factsOf)
    {
        var outcomes = Outcomes(pool, result, factsOf);
        return new FairnessReport(FairnessGroup.Of("all", outcomes),
        [
            FairnessTable.Of("institution", outcomes, outcome => (0, outcome.Institution)),
            FairnessTable.Of("institution-size", outcomes, outcome => Sizes.Last(size => size.From <= outcome.PeopleThere)),
            FairnessTable.Of("grade", outcomes, outcome => outcome.Grade is { } grade ? (0, grade) : (1, "not known")),
            FairnessTable.Of("rounds-waited", outcomes, outcome => (outcome.RoundsWaited, outcome.RoundsWaited.ToString(CultureInfo.InvariantCulture))),
            FairnessTable.Of("first-time", outcomes, outcome => outcome.RoundsWaited == 0 ? (0, "first time") : (1, "waited before")),
        ], breach is null, Words(pool, breach));
    }

    private static List<MenteeOutcome> Outcomes(Pool pool, RoundResult result, Func<string, MenteeFacts?> factsOf)
    {
        var scores = result.Matches.ToDictionary(match => match.MenteeId, match => match.Score, StringComparer.Ordinal);
        var people = pool.Mentees.Select(mentee => (mentee.Person, mentee.Institution)).Concat(pool.Mentors.Select(mentor => (mentor.Person, mentor.Institution)))
            .Distinct().CountBy(person => person.Institution, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var (institutions, grades) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        var outcomes = new List<MenteeOutcome>();
        foreach (var mentee in pool.Mentees)
        {
            var facts = factsOf(mentee.Id);
            if (facts is not null)
            {
                institutions.TryAdd(mentee.Institution, facts.Institution);
                grades.TryAdd(facts.Grade, facts.Grade);
            }

            outcomes.Add(new MenteeOutcome(
                mentee.Institution, people[mentee.Institution], facts is null ? null : grades[facts.Grade], mentee.RoundsWaited, scores.TryGetValue(mentee.Id, out var score) ? score : null, facts?.Accepted));
        }

        return outcomes.ConvertAll(outcome => outcome with { Institution = institutions.GetValueOrDefault(outcome.Institution, outcome.Institution) });
    }

    private static string Words(Pool pool, PassedOver? breach) => breach switch
    {
        null => "Whoever waited longest was served first: nobody was matched in the stead of somebody who had waited longer.",
        { Instead: < 0 } found => $"{pool.Mentees[found.Mentee].Id} was left out although a place was free for them.",
        { } found => $"{pool.Mentees[found.Mentee].Id} was left out although {pool.Mentees[found.Instead].Id}, who was matched, had waited less.",
    };
}
