using System.Globalization;

namespace Mentoring.Core.Rounds;

/// <summary>The sentences of a reason, for the coordinator and for the applicant.</summary>
internal sealed class UnmatchedWords(MatchingRules rules, Pool pool, Eligibility eligibility)
{
    /// <summary>A sentence that names more people is not read.</summary>
    private const int MostNamed = 20;

    /// <summary>Of a mentee with whom nobody is matched at all: it comes first, whatever else there is.</summary>
    private static readonly (string[] ToCoordinator, string[] ToApplicant) HeldBack = (
        ["The membership of this mentee has lapsed, or the records do not know it: until it is in order nobody is matched with this mentee."],
        [
            "Your membership has lapsed, or the membership records do not know the number that you registered with.",
            "Mentors are for members: once your membership is in order, you are matched again.",
        ]);

    public UnmatchedReason NobodyOffers(PoolMentee mentee)
    {
        var areas = string.Join(", ", mentee.Seeks.Select(rules.TitleOf));
        return new UnmatchedReason(
            UnmatchedReasons.NoMentorOffers,
            [.. mentee.HeldBack ? HeldBack.ToCoordinator : [], $"No mentor with a free place offers an area that this mentee seeks: {areas}.", "A mentor who offers one of these areas is missing."],
            [.. mentee.HeldBack ? HeldBack.ToApplicant : [], $"No mentor with a free place offers an area that you seek: {areas}.", "A mentor who offers one of these areas is missing; seeking further areas may help next time."],
            LeastChange.None);
    }

    /// <remarks>The applicant is told of the rules as such: which of them was shut would tell who has registered, and what they asked for.</remarks>
    public UnmatchedReason EachBehindAGate(PoolMentee mentee, List<PoolMentor> offering)
    {
        var gates = offering.GroupBy(mentor => eligibility.ShutGate(mentee, mentor)!).OrderBy(group => Order(group.Key))
            .Select(group => $"{Count(group.Count(), "mentor")}: {group.Key.Reason} ({Ids(group)})");
        return new UnmatchedReason(
            UnmatchedReasons.NoEligibleMentor,
            [
                $"{Count(offering.Count, "mentor")} with a free place {(offering.Count == 1 ? "offers" : "offer")} an area that this mentee seeks, and none of them may be matched with this mentee.",
                .. gates,
                "A mentor who offers one of these areas and whom the rules allow is missing.",
            ],
            mentee.HeldBack ? HeldBack.ToApplicant :
            [
                "There are areas you seek that mentors with a free place offer, but none whom the scheme's rules allow for you.",
                $"The rules are: different institutions unless the scheme and both people welcome the same one, nobody whom either has asked not to be paired with, both memberships in order,{OfTheScheme} and no pair a second time.",
                "A mentor with a free place who offers one of your areas and whom these rules allow is missing.",
            ],
            LeastChange.None);
    }

    private string OfTheScheme =>
        $"{(rules.Gates.MentorTraining ? " mentors who have completed their training," : "")}{(rules.Gates.MoreExperience ? " mentors with more years in the profession than you," : "")}";

    public UnmatchedReason Full(PlacesWanted.Answer answer)
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
        if (answer.Others > 0)
            coordinator.Add($"One more place with {(answer.Others == 1 ? "" : "any of ")}{Count(answer.Others, "other mentor")} {gain}, because others would have moved.");
        if (answer.OneMoreWith.Count + answer.Others == 0 && !answer.DrawnByLot)
            coordinator.Add("One more place with a single mentor would have gone to somebody else: it would have taken several.");
        return new UnmatchedReason(UnmatchedReasons.AllFull, coordinator, ToApplicant(answer, eligible.Count, among.Count), LeastChange.None);
    }

    /// <remarks>Only of mentors who had a free place: whoever looks for a mentor between two rounds would have others, too, were they not full already.</remarks>
    private static List<string> ToApplicant(PlacesWanted.Answer answer, int eligible, int among)
    {
        var sentences = new List<string>
        {
            $"There {(eligible == 1 ? "was one mentor" : $"were {Number(eligible)} mentors")} with a free place for you by the scheme's rules, and every place with them went to others.",
        };
        if (answer.DrawnByLot)
            sentences.Add("You were as well placed as somebody who was matched: the lot decided.");
        var gain = answer.OnlyByLot ? "would have given you a chance by lot" : "would have matched you";
        if (among > 0)
            sentences.Add($"One more place with {AnyOf(among, eligible)} {gain}.");
        else if (answer.OneMoreWith.Count + answer.Others > 0)
            sentences.Add($"One more place with another mentor {gain}, because others would have moved.");
        else if (!answer.DrawnByLot)
            sentences.Add("It would have taken more than one further place with them.");
        return sentences;
    }

    private static string AnyOf(int some, int all) => (some, all) switch
    {
        (1, 1) => "this mentor",
        (_, _) when some == all => "any of them",
        (1, _) => "one of them",
        _ => $"any of {Number(some)} of them",
    };

    private PoolMentor Mentor(int index) => pool.Mentors[index];

    private int Order(Gate gate) => eligibility.Gates.TakeWhile(other => other.Code != gate.Code).Count();

    private static string Ids(IEnumerable<PoolMentor> mentors)
    {
        var ids = mentors.Select(mentor => mentor.Id).ToList();
        return string.Join(", ", ids.Take(MostNamed)) + (ids.Count > MostNamed ? $" and {Number(ids.Count - MostNamed)} more" : "");
    }

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{Number(number)} {word}s";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
