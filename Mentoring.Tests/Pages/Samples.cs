using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Local;
using Mentoring.Pages.Mails;
using Mentoring.Pages.Partnerships;
using Mentoring.Pages.Registrations;
using Mentoring.Pages.Schemes;

namespace Mentoring.Tests.Pages;

/// <summary>One of every page and mail. What people type is given, so that the same samples serve kind and hostile words.</summary>
internal sealed partial class Samples(string typed = "Ada Lovelace")
{
    public static readonly LocalInstant Opens = LocalInstant.Resolve(new DateTime(2024, 9, 4, 9, 0, 0, DateTimeKind.Unspecified), "Europe/London");
    public static readonly LocalInstant Noon = LocalInstant.Resolve(new DateTime(2024, 9, 30, 12, 0, 0, DateTimeKind.Unspecified), "Europe/London");
    public static readonly LocalInstant YearLater = LocalInstant.Resolve(new DateTime(2025, 9, 30, 12, 0, 0, DateTimeKind.Unspecified), "Europe/London");

    private static readonly bool[] YesAndNo = [true, false];
    private static readonly int[] Statuses = [400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500];

    public static readonly Uri Site = new("https://mentoring.example.org/");

    public Scheme Scheme { get; } = new(
        "Guiding Hands", "Association of Sample Keepers", new Contact("Robin Clerk", "robin@example.org", "020 7946 0018"), "Europe/London",
        "https://example.org/", ["https://example.org"], ["GOLD"],
        [new("career-planning", "Career planning"), new("wellbeing", "Wellbeing and balance"), new("leadership", "Step to leadership")],
        InstitutionRule.Different, 3, 12,
        new OfferPolicy(10, [5]), new AgreementPolicy(21, [7, 14]), new ReviewPolicy(6, 14, [7]), new WaitingPolicy(56), new Weights([100, 60, 30], 10, 20),
        [
            new("handbook", "Handbook", "3", "handbook.md", DocumentDelivery.Link),
            new("code-of-conduct", "Code of Conduct", "2", "code.md", DocumentDelivery.Link),
            new("agreement", "Mentoring and Confidentiality Agreement", "5", "agreement.md", DocumentDelivery.Attach),
            new("privacy", "Privacy notice", "1", "privacy.md", DocumentDelivery.Link),
            new("mentoring-plan", "Mentoring plan", "1", "plan.md", DocumentDelivery.Link),
        ],
        new MeetingAdvice("about once a month", "60 to 90 minutes", "a neutral, private room, or online", "take your own notes; they stay with you"),
        new RetentionPolicy(12), new MembershipPolicy(30, AfterGrace.End), [])
    {
        Gates = new GatePolicy(MentorTraining: true, MoreExperience: true),
    };

    public PersonCard Person => new(typed, typed, typed, typed, "partner@example.org", typed);

    public FormState Form => FormState.Of([.. RegistrationFields.Content.Select(name => (name, typed))]);

    /// <summary>A form on which every one of these fields is wrong.</summary>
    public FormState Wrong(params string[] fields) => new(
        fields.ToDictionary(field => field, _ => (IReadOnlyList<string>)[typed, typed + "2"]),
        fields.ToDictionary(field => field, field => (IReadOnlyList<string>)[$"Please check {field}: {typed}"]));

    public IEnumerable<PageModel> Pages() =>
        [.. RegistrationPages(), .. PairPages(), .. Reviews(), .. OtherPages(), .. DeskPages()];

    public RegistrationFormModel RegistrationForm(FormState form) => new(Scheme, "s-1", Opens, Noon, form);

    public RegistrationModel Registration(params RegistrationStanding[] standings) =>
        new(Scheme, typed, "/registrations/token", standings, Form, Noon, CanWithdraw: true, typed) { SubmissionId = "s-2" };

    public IEnumerable<RegistrationStanding> Standings() =>
    [
        new RegistrationStanding.Received(Noon), new RegistrationStanding.Received(null),
        new RegistrationStanding.MentorAvailable(Noon), new RegistrationStanding.MentorAvailable(null),
        new RegistrationStanding.MenteeWaiting(Noon, [typed], NextRound: false), new RegistrationStanding.MenteeWaiting(null, [], NextRound: true),
        new RegistrationStanding.OfferOpen(Noon, "/offers/token"), new RegistrationStanding.Introduced(typed, Noon, "/agreements/token"), new RegistrationStanding.Introduced(typed, Noon, "/agreements/token") { HasSigned = true },
        new RegistrationStanding.InPartnership(typed, YearLater, "/partnerships/token"), new RegistrationStanding.MenteeNotWaiting(),
        new RegistrationStanding.InPartnership(typed, YearLater, "/partnerships/token") { Review = new OpenReview(IsFinal: false, Noon, IsAnswered: false, "/reviews/token") },
        new RegistrationStanding.InPartnership(typed, Noon, "/partnerships/token") { Review = new OpenReview(IsFinal: true, YearLater, IsAnswered: false, "/reviews/token") },
        new RegistrationStanding.InPartnership(typed, Noon, "/partnerships/token") { Review = new OpenReview(IsFinal: true, YearLater, IsAnswered: true, null) },
        new RegistrationStanding.MenteeFinished(), new RegistrationStanding.MenteeFinished { AnyTime = true }, new RegistrationStanding.MentorPausing(), new RegistrationStanding.Withdrawn(),
    ];

    private RegistrationStanding[] HeldBack => [new RegistrationStanding.MentorAvailable(Noon) { HeldBack = true }, new RegistrationStanding.MenteeWaiting(Noon, [typed], NextRound: false) { HeldBack = true }];

    private IEnumerable<PageModel> RegistrationPages() =>
    [
        RegistrationForm(FormState.Empty), RegistrationForm(Form), RegistrationForm(Wrong([.. RegistrationFields.Content])),
        RegistrationForm(FormState.Empty) with { Scheme = Scheme with { Grades = [], CapacityLimit = 5, Contact = Scheme.Contact with { Phone = null } }, Opens = null, Deadline = null },
        new ThankYouModel(Scheme, Noon), new ThankYouModel(Scheme, null),
        new RegistrationClosedModel(Scheme, Noon, YearLater), new RegistrationClosedModel(Scheme, Noon, null, WasSent: true) { Form = FormState.Of(("biography", typed), ("reasons", typed)) }, new RegistrationClosedModel(Scheme, null, Noon, WasSent: true),
        new NotEligibleModel(Scheme, typed),
        .. Standings().Select(standing => Registration(standing) with { AmendUntil = null }),
        Registration(new RegistrationStanding.MentorAvailable(Noon), new RegistrationStanding.MenteeWaiting(Noon, [typed], false)),
        Registration(new RegistrationStanding.Received(Noon)) with { Form = Wrong([.. RegistrationFields.Content, "confirm"]) },
        Registration(new RegistrationStanding.MenteeWaiting(null, [], NextRound: false) { AnyTime = true }) with { AmendUntil = null, CanAmend = true },
        Registration(new RegistrationStanding.InPartnership(typed, YearLater, "/partnerships/token")) with { Trouble = new MembershipTrouble.Lapsed(Noon) },
        Registration(HeldBack) with { Trouble = new MembershipTrouble.Over() }, Registration(HeldBack) with { Trouble = new MembershipTrouble.Lapsed(Noon) },
        Registration(new RegistrationStanding.Received(Noon)) with { AmendUntil = null, CanAmend = false, Refused = "Registration closed." },
        Registration(new RegistrationStanding.MentorAvailable(Noon) { ToTrain = true }), Registration(new RegistrationStanding.Received(Noon) { ToTrain = true }),
        Registration(new RegistrationStanding.Received(Noon) { HeldBack = true }) with { Trouble = new MembershipTrouble.Unknown() },
        Registration(new RegistrationStanding.Received(null) { HeldBack = true }) with { Trouble = new MembershipTrouble.Unknown(), AmendUntil = null, CanAmend = false },
        Registration(new RegistrationStanding.Withdrawn()) with { AmendUntil = null, CanWithdraw = false, Notice = null },
        Registration(new RegistrationStanding.Withdrawn()) with { CanWithdraw = false }, Registration(new RegistrationStanding.Withdrawn()) with { AmendUntil = null, CanAmend = true, CanWithdraw = false },
    ];

    private IEnumerable<PageModel> OtherPages() =>
    [
        new SchemeModel(Scheme, Opens, Noon, IsOpen: true) { Changes = Changes }, new SchemeModel(Scheme, Opens, Noon, IsOpen: false), new SchemeModel(Scheme with { Grades = [] }, null, null, IsOpen: false),
        new DocumentModel(Scheme, Scheme.Documents[0], "# Handbook\n\n" + typed),
        .. Statuses.Select(status => new ErrorModel(Scheme, status)),
        new ErrorModel(Scheme, 400, typed) { Next = (typed, "/coordinator/sign-in") },
        new WelcomeModel(Scheme, Opens, Opens, Noon, IsOpen: true, 12, 34, typed), new WelcomeModel(Scheme, Opens, Opens, Noon, IsOpen: false, 0, 0),
        new MailboxModel(Scheme, typed, [new("m-1", Noon, typed, typed, "offer")], "/local/mail?before=m-1"), new MailboxModel(Scheme, null, []),
        new SnippetModel(Scheme, typed, Site),
        new ThanksModel(Scheme, typed, Party.Mentor, Opens, YearLater), new ThanksModel(Scheme, typed, Party.Mentee, Opens, YearLater),
        new MailCatalogueModel(Scheme, [(typed, typed)]),
        new MailSampleModel(Scheme, typed, new RenderedMail(typed, typed, typed, Site), Previous: null, typed), new MailSampleModel(Scheme, typed, new RenderedMail(typed, typed, typed, null), typed, Next: null),
        new MailboxMailModel(Scheme, new("m-1", Noon, typed, typed, "offer"), typed, [Site], [typed]),
    ];

    public IEnumerable<MailModel> Mails()
    {
        var head = new Letterhead(Scheme, Site, typed);
        var registration = new Uri(Site, "registrations/token");
        var offer = new Uri(Site, "offers/token");
        var agreement = new Uri(Site, "agreements/token");
        var partnership = new Uri(Site, "partnerships/token");
        var review = new Uri(Site, "reviews/token");
        IReadOnlyList<string> reasons = [typed, "You seek career planning most, and they offer it"];
        var mentor = Person with { Email = null, Objectives = null };
        return
        [
            new MailModel.RegistrationReceived(head, AsMentor: true, AsMentee: true, Noon, registration),
            new MailModel.RegistrationReceived(head, AsMentor: false, AsMentee: true, null, registration), new MailModel.RegistrationReceived(head, AsMentor: true, AsMentee: false, null, registration) { CanAmend = false }, new MailModel.RegistrationReceived(head, AsMentor: true, AsMentee: false, Noon, registration) { ToTrain = true },
            new MailModel.RegistrationAmended(head, Noon, registration), new MailModel.RegistrationAmended(head, null, registration), new MailModel.RegistrationAmended(head, null, registration) { CanAmend = false },
            new MailModel.RegistrationWithdrawn(head, Noon, null), new MailModel.RegistrationWithdrawn(head, null, null),
            new MailModel.RegistrationWithdrawn(head, Noon, "They say now that your membership is not current."), new MailModel.RegistrationWithdrawn(head, null, "They say now that your membership is not current."),
            new MailModel.RoundRun(head, Noon, registration), new MailModel.RoundRun(head, Noon, registration) { Pauses = true }, new MailModel.RoundRun(head, Noon, registration) { ToTrain = true },
            new MailModel.RoundUnmatched(head, reasons, Noon, registration),
            new MailModel.Offer(head, mentor, reasons, Noon, 12, YearLater, Another: false, offer),
            new MailModel.Offer(head, mentor, reasons, Noon, 12, YearLater, Another: true, offer),
            new MailModel.OfferReminder(head, mentor, reasons, Noon, offer),
            new MailModel.OfferExpired(head, typed, Noon, registration),
            new MailModel.OfferWithdrawn(head, typed, typed, registration), new MailModel.OfferWithdrawn(head, typed, null, registration),
            new MailModel.NoSecondMatch(head, reasons, Noon, registration), new MailModel.NoSecondMatch(head, [], null, registration),
            new MailModel.Introduction(head, Party.Mentor, Person, reasons, Noon, 12, YearLater, agreement, partnership),
            new MailModel.Introduction(head, Party.Mentee, Person, reasons, Noon, 12, YearLater, agreement, partnership),
            new MailModel.AgreementReminder(head, typed, PartnerHasSigned: true, Noon, agreement),
            new MailModel.AgreementReminder(head, typed, PartnerHasSigned: false, Noon, agreement),
            new MailModel.AgreementComplete(head, Party.Mentor, Person, Noon, YearLater, partnership),
            new MailModel.AgreementComplete(head, Party.Mentee, Person, Noon, YearLater, partnership),
            new MailModel.AgreementLapsed(head, Party.Mentor, typed, Signed: false, Noon, registration),
            new MailModel.AgreementLapsed(head, Party.Mentee, typed, Signed: true, Noon, registration),
            new MailModel.AgreementLapsed(head, Party.Mentor, typed, Signed: true, Noon, registration), new MailModel.AgreementLapsed(head, Party.Mentor, typed, Signed: true, Noon, registration) { IsBusy = true },
            new MailModel.AgreementLapsed(head, Party.Mentee, typed, Signed: false, Noon, registration),
            new MailModel.ReviewInterim(head, Party.Mentor, typed, Asked: false, Noon, review, partnership),
            new MailModel.ReviewInterim(head, Party.Mentee, typed, Asked: true, Noon, review, partnership),
            new MailModel.ReviewFinal(head, Party.Mentor, typed, AsksToContinue: true, YearLater, Noon, review),
            new MailModel.ReviewFinal(head, Party.Mentee, typed, AsksToContinue: false, YearLater, Noon, review),
            new MailModel.ReviewReminder(head, AsksToContinue: true, typed, Noon, review), new MailModel.ReviewReminder(head, AsksToContinue: false, typed, Noon, review),
            new MailModel.PartnershipContinued(head, typed, YearLater, partnership),
            .. from role in Enum.GetValues<Party>()
               from again in YesAndNo
               from completed in YesAndNo
               select new MailModel.PartnershipEnded(head, role, typed, Noon, completed, again, registration),
            .. from role in Enum.GetValues<Party>()
               from withdrawn in YesAndNo
               select new MailModel.PartnershipEnded(head, role, withdrawn ? null : typed, Noon, Completed: false, Again: !withdrawn, registration) { HadBegun = false, HasWithdrawn = withdrawn },
            new MailModel.RematchWaiting(head, Party.Mentor, Noon, registration), new MailModel.RematchWaiting(head, Party.Mentee, null, registration), new MailModel.RematchWaiting(head, Party.Mentee, Noon, registration) { Again = true }, new MailModel.RematchWaiting(head, Party.Mentor, Noon, registration) { ToTrain = true },
            new MailModel.MembershipLapsed(head, true, true, Noon, registration), new MailModel.MembershipLapsed(head, true, true, null, registration), new MailModel.MembershipLapsed(head, true, false, Noon, registration), new MailModel.MembershipLapsed(head, false, true, Noon, registration),
            .. from trouble in new MembershipTrouble[] { new MembershipTrouble.Unknown(), new MembershipTrouble.Lapsed(null), new MembershipTrouble.Lapsed(Noon), new MembershipTrouble.Over() }
               from mail in new MailModel[]
               {
                   new MailModel.RegistrationReceived(head, AsMentor: true, AsMentee: true, Noon, registration), new MailModel.RegistrationAmended(head, null, registration),
                   new MailModel.RoundRun(head, Noon, registration), new MailModel.RoundUnmatched(head, reasons, Noon, registration), new MailModel.NoSecondMatch(head, reasons, Noon, registration),
                   new MailModel.RematchWaiting(head, Party.Mentor, Noon, registration), new MailModel.RematchWaiting(head, Party.Mentee, null, registration) { Reasons = reasons },
                   new MailModel.RoundRun(head, Noon, registration) { Pauses = true }, new MailModel.OfferWithdrawn(head, typed, null, registration),
                   new MailModel.AgreementLapsed(head, Party.Mentor, typed, Signed: true, Noon, registration), new MailModel.AgreementLapsed(head, Party.Mentee, typed, Signed: true, Noon, registration),
                   new MailModel.PartnershipEnded(head, Party.Mentor, typed, Noon, false, true, registration), new MailModel.PartnershipEnded(head, Party.Mentee, typed, Noon, false, true, registration),
               }
               select mail with { Trouble = trouble },
            new MailModel.CoordinatorSignIn(head, Noon, new Uri(Site, "coordinator/sign-in/token")),
            new MailModel.CoordinatorAttention(head, [new(typed, typed, "/coordinator/rounds/2024"), new(typed, typed, null)], new Uri(Site, "coordinator")),
        ];
    }
}
