using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Core.Time;

namespace Mentoring.Tests.Partnerships;

/// <summary>One mentor, one mentee, and the dates of their year.</summary>
internal static class Sample
{
    public const string Zone = "Europe/London";

    public static readonly DateTimeOffset Start = new(2024, 10, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly OfferTerms TheOffer = new(
        "o-1", "2024", "mentee", "mentor", "person-of-mentor", 40, [new ScorePart("area:career-planning", 40, "You seek what they offer.")], 12, Start, ByHand: false);

    public static readonly AgreementTerms TheAgreement = new("p-1", "mentor", "mentee", "2", 12);

    public static readonly Pair ThePair = new("p-1", "o-1", "2024", "mentor", "person-of-mentor", "mentee", 12);

    /// <summary>Ten days, reminders after three and six.</summary>
    public static readonly Countdown TenDays = Countdown.From(Start, Zone, 10, [3, 6]);

    public static readonly Term TheTerm = Term.First(Start, Zone, 12, 6);

    public static readonly LocalInstant AnswerBy = TheTerm.Ends.PlusDays(21, new TimeOnly(12, 0));

    public static ReviewForm Form(ReviewKind kind, Party party, bool asksToContinue = false) => new("p-1", kind, 1, party, party.Code(), asksToContinue);

    public static ReviewAnswers Answers(string useful = "4", bool? goOn = null, params string[] purposes) =>
        new(new Dictionary<string, IReadOnlyList<string>> { ["useful"] = [useful], ["progress"] = ["A good way."] }, goOn, purposes);

    public static DateTimeOffset Day(int day) => Start.AddDays(day);
}
