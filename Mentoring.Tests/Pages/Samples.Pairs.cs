using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Agreements;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Offers;
using Mentoring.Pages.Partnerships;
using Mentoring.Pages.Registrations;
using Mentoring.Pages.Reviews;

namespace Mentoring.Tests.Pages;

internal sealed partial class Samples
{
    public OfferModel Offer(OfferState state) => new(Scheme, "/offers/token", Person with { Email = null, Objectives = null }, [typed, "You seek what they offer"], 12, state, FormState.Empty);

    public AgreementModel Agreement(AgreementState state) => new(
        Scheme, "/agreements/token", Party.Mentee, typed, typed, "Mentoring and Confidentiality Agreement", "5",
        "# Title\n\n## One\n\n" + typed, [new(Party.Mentor, typed, Noon, "5")], state, FormState.Empty);

    public PartnershipModel Partnership(Party role, PartnershipState state) =>
        new(Scheme, "/partnerships/token", role, typed, Person, state, "/partnerships/token/calendar.ics", FormState.Empty);

    public static PartnershipState.Active Active { get; } = new(Noon, YearLater, YearLater, null);

    private IEnumerable<PageModel> PairPages() =>
    [
        Offer(new OfferState.Pending(Noon)), Offer(new OfferState.Pending(Noon)) with { Form = Wrong("answer", "reason") },
        Offer(new OfferState.Accepted("/agreements/token", "/partnerships/token")), Offer(new OfferState.Accepted(null, "/partnerships/token")) with { Contrary = true },
        Offer(new OfferState.Accepted(null, "/partnerships/token") { IsOver = true }),
        Offer(new OfferState.Declined("/registrations/token")), Offer(new OfferState.Declined("/registrations/token") { Waits = true }) with { Contrary = true },
        Offer(new OfferState.Expired(Noon, "/registrations/token")), Offer(new OfferState.Expired(Noon, "/registrations/token") { CanReturn = true }), Offer(new OfferState.Withdrawn(typed, "/registrations/token")), Offer(new OfferState.Withdrawn(null, null)),
        Offer(new OfferState.Withdrawn(typed, "/registrations/token") { Waits = true }), Offer(new OfferState.Withdrawn(null, "/registrations/token") { MenteeLeft = true }),
        Agreement(new AgreementState.Open(Noon)), Agreement(new AgreementState.Open(Noon)) with { Form = Wrong("agree", "signature") },
        Agreement(new AgreementState.SignedByMe(Noon)), Agreement(new AgreementState.Complete("/partnerships/token")), Agreement(new AgreementState.Lapsed(Noon, "/registrations/token")),
        Partnership(Party.Mentor, Active), Partnership(Party.Mentee, Active),
        Partnership(Party.Mentee, Active with { InterimReview = null }) with { Form = Wrong(EndingForm.Reason, EndingForm.Comment, EndingForm.Again) },
        .. Standings().OfType<RegistrationStanding.InPartnership>().Select(standing => Partnership(Party.Mentee, Active with { OpenReview = standing.Review })),
        Partnership(Party.Mentor, new PartnershipState.Signing(Noon, "/agreements/token")), Partnership(Party.Mentor, new PartnershipState.Signing(Noon, "/agreements/token") { HasSigned = true }),
        Partnership(Party.Mentor, new PartnershipState.Ended(Noon, Completed: false, "/registrations/token")) with { Partner = null },
        Partnership(Party.Mentor, new PartnershipState.Ended(Noon, Completed: true, "/registrations/token")),
        Partnership(Party.Mentor, new PartnershipState.Ended(Noon, Completed: true, "/registrations/token") { Thanks = "/partnerships/token/thanks" }),
        Partnership(Party.Mentor, Active) with { PartnerAnswersBy = Noon },
        Partnership(Party.Mentor, Active) with { Training = [new(typed, YearLater, typed, TrainingFor.Mentors)] },
        Partnership(Party.Mentor, Active) with { Readable = [new(Noon, [new(typed, typed), new(typed, typed + "\n" + typed)])] },
        Partnership(Party.Mentor, Active) with { Trouble = new MembershipTrouble.Lapsed(Noon) },
        Partnership(Party.Mentor, Active) with { Trouble = new MembershipTrouble.Lapsed(null) },
        Partnership(Party.Mentee, new PartnershipState.Lapsed("/registrations/token")),
    ];

    public ReviewModel Review(ReviewKind kind, Party party, bool asksToContinue = true) => new(Scheme, "/reviews/token", kind, party, asksToContinue, typed, new ReviewState.Open(Noon), FormState.Empty);

    private IEnumerable<PageModel> Reviews() =>
        from kind in Enum.GetValues<ReviewKind>()
        from party in Enum.GetValues<Party>()
        from asks in YesAndNo
        let review = Review(kind, party, asks)
        from model in new[]
        {
            review,
            review with { Form = Wrong([.. ReviewQuestions.For(kind, party, asks).Select(question => question.Code)]) },
            review with { State = new ReviewState.Answered(Noon) }, review with { State = new ReviewState.Answered(Noon) { IsSettled = true } },
            review with { State = new ReviewState.Answered(Noon) { IsSettled = true, IsOver = true } }, review with { State = new ReviewState.Closed(Noon) }, review with { PartnerName = null },
        }
        select model;
}
