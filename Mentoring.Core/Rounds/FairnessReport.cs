using System.Globalization;
using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>Whether groups of mentees fared alike in one matching, and whether whoever waited longest was served first.</summary>
/// <param name="All">Everybody together.</param>
/// <param name="LongestWaitFirst">Found by a search that knows neither prices nor weights; null where no one matching was made.</param>
/// <param name="LongestWaitWords">The finding as a sentence.</param>
public sealed record FairnessReport(FairnessGroup All, IReadOnlyList<FairnessTable> Tables, bool? LongestWaitFirst, string LongestWaitWords)
{
    /// <summary>No figure is given that tells of fewer people.</summary>
    public const int SmallestGroup = 5;

    private static readonly (int From, string Name)[] Sizes = [(1, "1 person"), (2, "2 to 4 people"), (5, "5 to 9 people"), (10, "10 to 19 people"), (20, "20 people and more")];

    /// <summary>Whether a part, or what is left beside it, is small: the one gives the other away.</summary>
    public static bool TellsOfFew(int some, int all) => some is > 0 and < SmallestGroup || all - some is > 0 and < SmallestGroup;

    /// <summary>The first mentee in whose stead somebody was matched who had waited less; null where there is none. It follows from the matching alone.</summary>
    public static PassedOver? FirstBreach(RoundSolution round) => ClassOrder.FirstBreach(round.Problem, round.Result.Certificate.MentorOf.AsSpan());

    /// <param name="breach">See <see cref="FirstBreach"/>.</param>
    /// <param name="factsOf">By ids of a mentee and of the mentor they were matched with, if any; null where they are not known any more.</param>
    public static FairnessReport Of(Pool pool, RoundResult result, PassedOver? breach, Func<string, string?, MenteeFacts?> factsOf)
    {
        var matches = result.Matches.ToDictionary(match => match.MenteeId, StringComparer.Ordinal);
        var outcomes = Outcomes(pool, mentee => matches.GetValueOrDefault(mentee)?.Score, mentee => factsOf(mentee, matches.GetValueOrDefault(mentee)?.MentorId));
        return new FairnessReport(FairnessGroup.Of("all", outcomes), [.. ByKindOfPerson(outcomes), .. ByWait(outcomes)], breach is null, Words(pool, breach));
    }

    /// <summary>Where there is no deadline: mentees are matched as they come, so there is no one matching, and nobody waits for rounds.</summary>
    /// <param name="everybody">Who is registered, matched or not.</param>
    /// <param name="scoreOf">Of a mentee's match; null where they have had none.</param>
    /// <param name="factsOf">By id of a mentee.</param>
    public static FairnessReport AsTheyCame(Pool everybody, Func<string, long?> scoreOf, Func<string, MenteeFacts?> factsOf)
    {
        var outcomes = Outcomes(everybody, scoreOf, factsOf);
        return new FairnessReport(FairnessGroup.Of("all", outcomes), [.. ByKindOfPerson(outcomes)], LongestWaitFirst: null,
            "There is no deadline: mentees are matched as they come, so the figures are of everybody who is registered now, and of what they were offered since they came.");
    }

    private static IEnumerable<FairnessTable> ByKindOfPerson(IReadOnlyCollection<MenteeOutcome> outcomes)
    {
        var institutions = FairnessTable.Of("institution", outcomes, outcome => (0, outcome.Institution));
        return
        [
            institutions,
            FairnessTable.Of("institution-size", outcomes, outcome => Sizes.Last(size => size.From <= outcome.PeopleThere), (institutions, outcome => outcome.Institution)),
            FairnessTable.Of("grade", outcomes, outcome => outcome.Grade is { } grade ? (0, grade) : (1, "not known")),
        ];
    }

    private static IEnumerable<FairnessTable> ByWait(IReadOnlyCollection<MenteeOutcome> outcomes)
    {
        var rounds = FairnessTable.Of("rounds-waited", outcomes, outcome => (outcome.RoundsWaited, RoundsOf(outcome)));
        return [rounds, FairnessTable.Of("first-time", outcomes, outcome => outcome.RoundsWaited == 0 ? (0, "first time") : (1, "waited before"), (rounds, RoundsOf))];

        static string RoundsOf(MenteeOutcome outcome) => outcome.RoundsWaited.ToString(CultureInfo.InvariantCulture);
    }

    private static List<MenteeOutcome> Outcomes(Pool pool, Func<string, long?> scoreOf, Func<string, MenteeFacts?> factsOf)
    {
        var people = PeopleByInstitution(pool);
        var facts = pool.Mentees.Select(mentee => factsOf(mentee.Id)).ToList();
        var (institutions, grades) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (mentee, known) in pool.Mentees.Zip(facts))
        {
            if (known is null)
                continue;
            institutions.TryAdd(mentee.Institution, known.Institution);
            grades.TryAdd(known.Grade, known.Grade);
        }

        return [.. pool.Mentees.Zip(facts, (mentee, known) => new MenteeOutcome(
            institutions.GetValueOrDefault(mentee.Institution, mentee.Institution), people[mentee.Institution], known is null ? null : grades[known.Grade],
            mentee.RoundsWaited, scoreOf(mentee.Id), known?.Accepted))];
    }

    /// <summary>Whoever is both is counted once.</summary>
    private static Dictionary<string, int> PeopleByInstitution(Pool pool)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var counted = new HashSet<(string Person, string Institution)>(pool.Mentees.Count + pool.Mentors.Count);
        foreach (var person in pool.Mentees.Select(mentee => (mentee.Person, mentee.Institution)).Concat(pool.Mentors.Select(mentor => (mentor.Person, mentor.Institution))))
        {
            if (counted.Add(person))
                counts[person.Institution] = counts.GetValueOrDefault(person.Institution) + 1;
        }

        return counts;
    }

    private static string Words(Pool pool, PassedOver? breach) => breach switch
    {
        null => "Whoever waited longest was served first: nobody was matched in the stead of somebody who had waited longer.",
        { Instead: < 0 } found => $"{pool.Mentees[found.Mentee].Id} was left out although a place was free for them.",
        { } found => $"{pool.Mentees[found.Mentee].Id} was left out although {pool.Mentees[found.Instead].Id}, who was matched, had waited less.",
    };
}
