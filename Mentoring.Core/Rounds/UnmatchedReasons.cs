using System.Globalization;
using Mentoring.Core.Matching;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>Why somebody was not matched, and what would have changed it.</summary>
/// <param name="Code"><c>no-mentor-offers</c>, <c>no-eligible-mentor</c> or <c>all-full</c>.</param>
/// <param name="ToCoordinator">Sentences; they may name ids of mentors.</param>
/// <param name="ToApplicant">Sentences that say nothing about anybody else.</param>
public sealed record UnmatchedReason(string Code, IReadOnlyList<string> ToCoordinator, IReadOnlyList<string> ToApplicant);

/// <summary>Explains the unmatched of one matching, exactly: what one more place would have changed follows from the lowest prices.</summary>
public sealed class UnmatchedReasons
{
    public const string NoMentorOffers = "no-mentor-offers";
    public const string NoEligibleMentor = "no-eligible-mentor";
    public const string AllFull = "all-full";

    private readonly MatchingRules _rules;
    private readonly Pool _pool;
    private readonly Eligibility _eligibility;
    private readonly Lazy<PlacesWanted> _wanted;

    public UnmatchedReasons(Scheme scheme, Pool pool, RoundResult result)
        : this(MatchingRules.Of(scheme), pool, result)
    {
    }

    /// <param name="rules">Those by which the result was found.</param>
    public UnmatchedReasons(MatchingRules rules, Pool pool, RoundResult result)
    {
        (_rules, _pool, _eligibility) = (rules, pool, new Eligibility(rules.Institutions));
        _wanted = new Lazy<PlacesWanted>(() => new PlacesWanted(SolutionOf(rules, pool, result)));
    }

    /// <param name="menteeId">One of the result's unmatched.</param>
    /// <exception cref="ArgumentException">There is no such mentee in the pool, or they are matched.</exception>
    public UnmatchedReason For(string menteeId)
    {
        var index = Enumerable.Range(0, _pool.Mentees.Count).FirstOrDefault(i => _pool.Mentees[i].Id == menteeId, -1);
        if (index < 0)
            throw new ArgumentException($"Mentee {menteeId} is not in the pool.", nameof(menteeId));

        var mentee = _pool.Mentees[index];
        var offering = _pool.Mentors.Where(mentor => mentor.Person != mentee.Person && mentee.Seeks.Any(mentor.Offers.Contains)).ToList();
        if (offering.Count == 0)
            return NobodyOffers(mentee);
        return offering.All(mentor => _eligibility.ShutGate(mentee, mentor) is not null)
            ? EachBehindAGate(mentee, offering)
            : Full(_wanted.Value.Of(index));
    }

    private UnmatchedReason NobodyOffers(PoolMentee mentee)
    {
        var areas = string.Join(", ", mentee.Seeks.Select(_rules.TitleOf));
        return new UnmatchedReason(
            NoMentorOffers,
            [$"No mentor with a free place offers an area that this mentee seeks: {areas}.", "Only a mentor who offers one of these areas would have changed it."],
            [$"No mentor with a free place offers an area that you seek: {areas}.", "A mentor who offers one of these areas would have changed it; so may seeking further areas next time."]);
    }

    /// <remarks>The applicant is told of the rules as such: which of them was shut would tell who has registered, and what they asked for.</remarks>
    private UnmatchedReason EachBehindAGate(PoolMentee mentee, List<PoolMentor> offering)
    {
        var gates = offering.GroupBy(mentor => _eligibility.ShutGate(mentee, mentor)!).OrderBy(group => Order(group.Key))
            .Select(group => $"{Count(group.Count(), "mentor")}: {group.Key.Reason} ({group.Key.Code}: {Ids(group)})");
        return new UnmatchedReason(
            NoEligibleMentor,
            [
                $"{Count(offering.Count, "mentor")} with a free place {(offering.Count == 1 ? "offers" : "offer")} an area that this mentee seeks, and none of them may be matched with this mentee.",
                .. gates,
                "Only a mentor whom the rules allow for this mentee would have changed it.",
            ],
            [
                "There are areas you seek that are offered, but by nobody whom the scheme's rules allow for you.",
                "The rules are: different institutions unless the scheme and both people welcome the same one, nobody whom either has asked not to be paired with, and no pair a second time.",
                "Another mentor who offers one of your areas and whom these rules allow would have changed it.",
            ]);
    }

    private UnmatchedReason Full(PlacesWanted.Answer answer)
    {
        var eligible = answer.Eligible.Select(Mentor).ToList();
        var among = answer.OneMoreWith.Intersect(answer.Eligible).Select(Mentor).ToList();
        var further = answer.OneMoreWith.Except(answer.Eligible).Select(Mentor).ToList();
        var all = eligible.Count == 1 ? "The one eligible mentor has no place left" : $"All {Number(eligible.Count)} eligible mentors have no place left";
        var gain = answer.OnlyByLot ? "would have given this mentee the same chance by lot as others just as well placed" : "would have matched this mentee";
        var coordinator = new List<string> { $"{all}: {Ids(eligible)}." };
        if (answer.DrawnByLot)
            coordinator.Add("An equally good matching has this mentee in another's stead: the lot decided.");
        if (among.Count > 0)
            coordinator.Add($"One more place with {AnyOf(among.Count, eligible.Count)} {gain}: {Ids(among)}.");
        if (further.Count > 0)
            coordinator.Add($"One more place with another mentor {gain}, because others would have moved: {Ids(further)}.");
        if (answer.OneMoreWith.Count == 0 && !answer.DrawnByLot)
            coordinator.Add("One more place with a single mentor would have gone to somebody else: it would have taken several.");
        return new UnmatchedReason(AllFull, coordinator, ToApplicant(answer, eligible.Count, among.Count));
    }

    private static List<string> ToApplicant(PlacesWanted.Answer answer, int eligible, int among)
    {
        var sentences = new List<string>
        {
            eligible == 1 ? "There is one mentor for you by the scheme's rules, and every place with them is taken." : $"There are {Number(eligible)} mentors for you by the scheme's rules, and every place with them is taken.",
        };
        if (answer.DrawnByLot)
            sentences.Add("You were as well placed as somebody who was matched: the lot decided.");
        var gain = answer.OnlyByLot ? "would have given you a chance by lot" : "would have matched you";
        if (among > 0)
            sentences.Add($"One more place with {AnyOf(among, eligible)} {gain}.");
        else if (answer.OneMoreWith.Count > 0)
            sentences.Add($"One more place with another mentor {gain}, because others would have moved.");
        else if (!answer.DrawnByLot)
            sentences.Add("It would have taken more than one further place.");
        return sentences;
    }

    private static MatchingSolution SolutionOf(MatchingRules rules, Pool pool, RoundResult result) => new(
        new RoundMatching(rules).ProblemOf(pool), result.Certificate.MentorOf, result.Certificate.MenteePrices, result.Certificate.MentorPrices);

    private static string AnyOf(int some, int all) => (some, all) switch
    {
        (1, 1) => "this mentor",
        (_, _) when some == all => "any of them",
        (1, _) => "one of them",
        _ => $"any of {Number(some)} of them",
    };

    private PoolMentor Mentor(int index) => _pool.Mentors[index];

    private int Order(Gate gate) => _eligibility.Gates.TakeWhile(other => other.Code != gate.Code).Count();

    private static string Ids(IEnumerable<PoolMentor> mentors) => string.Join(", ", mentors.Select(mentor => mentor.Id));

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{Number(number)} {word}s";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
