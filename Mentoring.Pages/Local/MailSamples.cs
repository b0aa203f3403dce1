using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Mails;

namespace Mentoring.Pages.Local;

/// <summary>Every template filled with invented people, to be looked at.</summary>
/// <param name="site">Where our pages are.</param>
/// <param name="now">The dates in the mails follow from it.</param>
public sealed class MailSamples(Scheme scheme, Uri site, DateTimeOffset now)
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly string[] Reasons = ["You seek Career planning most, and they offer it.", "You work at different institutions."];

    private readonly Letterhead _mentee = new(scheme, site, "Amina Yusuf") { Now = now };
    private readonly Letterhead _mentor = new(scheme, site, "Dr Gwen Parry") { Now = now };
    private readonly PersonCard _mentorCard = new(
        "Dr Gwen Parry", "Director of Planning", "University of the Severn", "Twenty years in planning offices, from assistant to director.\n\nI like asking the next question.");
    private readonly PersonCard _menteeCard = new(
        "Amina Yusuf", "Planning Officer", "Northgate University", Email: "amina.yusuf@northgate.example", Objectives: "To lead a planning round of my own within the year.");
    private readonly LocalInstant _soon = LocalInstant.At(now, scheme.TimeZone).PlusDays(scheme.Offers.ReplyDays, Noon);
    private readonly LocalInstant _later = LocalInstant.At(now, scheme.TimeZone).PlusDays(scheme.Agreements.SignDays, Noon);
    private readonly LocalInstant _interim = LocalInstant.At(now, scheme.TimeZone).PlusMonths(scheme.Reviews.InterimAfterMonths, Noon);
    private readonly LocalInstant _end = LocalInstant.At(now, scheme.TimeZone).PlusMonths(scheme.TermMonths, Noon);

    private Uri Registration => Page("registrations");

    private PersonCard MentorWithContact => _mentorCard with { Email = "gwen.parry@severn.example" };

    /// <summary>Each with a name of its own: the template's, and what sets it apart where one template has several.</summary>
    public IReadOnlyList<(string Name, MailModel Model)> All() => [.. Round(), .. Pair(), .. After()];

    private IEnumerable<(string Name, MailModel Model)> Round() =>
    [
        Of(new MailModel.RegistrationReceived(_mentee, AsMentor: true, AsMentee: true, scheme.Intake == Intake.Rolling ? null : _soon, Registration)),
        Of(new MailModel.RegistrationAmended(_mentee, _soon, Registration)),
        Of(new MailModel.RegistrationWithdrawn(_mentee, _soon, Because: null)),
        Of(new MailModel.RoundRun(_mentor, _later, Registration)),
        Of(new MailModel.RoundUnmatched(_mentee, ["Every mentor for Career planning has a mentee already."], _later, Registration)),
        Of(new MailModel.RematchWaiting(_mentor, Party.Mentor, _later, Registration), "to-mentor"),
        Of(new MailModel.RematchWaiting(_mentee, Party.Mentee, _later, Registration), "to-mentee"),
        Of(new MailModel.RematchWaiting(_mentee, Party.Mentee, _later, Registration) { Again = true, Reasons = ["Every mentor for Career planning has a mentee already."] }, "to-mentee-again"),
    ];

    private IEnumerable<(string Name, MailModel Model)> Pair() =>
    [
        Of(new MailModel.Offer(_mentee, _mentorCard, Reasons, _soon, scheme.TermMonths, _end, Another: false, Page("offers"))),
        Of(new MailModel.OfferReminder(_mentee, _mentorCard, Reasons, _soon, Page("offers"))),
        Of(new MailModel.OfferExpired(_mentee, _mentorCard.Name, _soon, Registration)),
        Of(new MailModel.OfferWithdrawn(_mentee, _mentorCard.Name, "The mentor has changed role.", Registration)),
        Of(new MailModel.NoSecondMatch(_mentee, ["Every mentor for Career planning has a mentee already."], _later, Registration)),
        Of(new MailModel.Introduction(_mentee, Party.Mentee, MentorWithContact, Reasons, _later, scheme.TermMonths, _end, Page("agreements"), Page("partnerships")), "to-mentee"),
        Of(new MailModel.Introduction(_mentor, Party.Mentor, _menteeCard, Reasons, _later, scheme.TermMonths, _end, Page("agreements"), Page("partnerships")), "to-mentor"),
        Of(new MailModel.AgreementReminder(_mentee, _mentorCard.Name, PartnerHasSigned: true, _later, Page("agreements"))),
        Of(new MailModel.AgreementComplete(_mentee, Party.Mentee, MentorWithContact, _interim, _end, Page("partnerships"))),
        Of(new MailModel.AgreementLapsed(_mentee, Party.Mentee, _mentorCard.Name, Signed: true, _later, Registration)),
    ];

    private IEnumerable<(string Name, MailModel Model)> After() =>
    [
        Of(new MailModel.ReviewInterim(_mentee, Party.Mentee, _mentorCard.Name, Asked: false, _soon, Page("reviews"), Page("partnerships"))),
        Of(new MailModel.ReviewFinal(_mentor, Party.Mentor, _menteeCard.Name, AsksToContinue: true, _end, _end.PlusDays(scheme.Reviews.AnswerDays, Noon), Page("reviews"))),
        Of(new MailModel.ReviewReminder(_mentor, AsksToContinue: true, _menteeCard.Name, _soon, Page("reviews"))),
        Of(new MailModel.PartnershipContinued(_mentee, _mentorCard.Name, _end, Page("partnerships"))),
        Of(new MailModel.PartnershipEnded(_mentee, Party.Mentee, _mentorCard.Name, _soon, Completed: false, Again: true, Registration)),
        Of(new MailModel.PartnershipEnded(_mentor, Party.Mentor, _menteeCard.Name, _soon, Completed: false, Again: true, Registration) { HadBegun = false }, "before-signing"),
        Of(new MailModel.MembershipLapsed(_mentee, HasPartner: true, EndsThen: true, _later, Registration)),
        Of(new MailModel.CoordinatorAttention(
            new Letterhead(scheme, site, scheme.Contact.Name) { Now = now },
            [new AttentionItem("An email could not be delivered", "The address of a mentee does not exist.", Paths.Coordinator)], new Uri(site, Paths.Coordinator))),
        Of(new MailModel.CoordinatorSignIn(new Letterhead(scheme, site, scheme.Contact.Name) { Now = now }, _soon, Page("coordinator/sign-in"))),
    ];

    private static (string Name, MailModel Model) Of(MailModel model, string? apart = null) => (apart is null ? model.Template : $"{model.Template}-{apart}", model);

    /// <summary>A link of the right shape that leads nowhere.</summary>
    private Uri Page(string path) => new(site, $"{path}/sample-of-a-link-that-opens-a-page-of-your-own");
}
