using System.Globalization;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Core;

/// <summary>Joins the stages: what an event of one asks of the next. Stages know nothing of later ones; all of it is read here.</summary>
/// <remarks>Everything that is asked of a stage is carried out in the transaction of the event, or the event does not happen.</remarks>
public sealed class Lifecycle(Scheme scheme)
{
    /// <param name="subject">Id of what it happened to.</param>
    public IEnumerable<Request> After(StageEvent happened, string subject, DateTimeOffset now) => happened switch
    {
        Registration.Event e => After(e, subject, now),
        MenteeStanding.Event e => After(e, subject, now),
        MentorPlaces.Event e => After(e, subject),
        Offer.Event e => After(e, now),
        Agreement.Event e => After(e, now),
        Partnership.Event e => After(e, now),
        Review.Event e => After(e),
        _ => [],
    };

    private IEnumerable<Request> After(Registration.Event happened, string id, DateTimeOffset now) => happened switch
    {
        Registration.Event.Received received =>
        [
            .. Join(id, received.Entry, received.At),
            // Without a deadline to wait for, everybody is looked at at once; a mentee for whom there is nobody yet is told.
            .. received.IsRolling ? [new Request.Rematch(id, received.Entry.Mentee is null ? null : id, MailTemplates.RematchWaiting)] : NoRequests,
            Mail(MailTemplates.RegistrationReceived, id, id, LinkPurpose.Registration, At(now)),
            .. received.Membership is Membership.Unknown ? [Call(id, MembershipWords.UnknownToCoordinator, now)] : NoRequests,
        ],
        Registration.Event.Amended amended =>
        [
            .. Join(id, amended.Entry, now, amended.Before),
            .. amended.IsRolling ? [new Request.Rematch(id, amended is { Before.Mentee: null, Entry.Mentee: not null } ? id : null, MailTemplates.RematchWaiting)] : NoRequests,
            .. amended.Entry.Mentor is null ? [new Request.ToMentor(id, new MentorPlaces.Command.Leave())] : NoRequests,
            .. amended.Entry.Mentee is null ? [new Request.ToMentee(id, new MenteeStanding.Command.Leave())] : NoRequests,
            Mail(MailTemplates.RegistrationAmended, id, id, LinkPurpose.Registration, At(now)),
        ],
        Registration.Event.TrainingCompleted => [new Request.Rematch(id)],
        Registration.Event.MembershipFound { IsNews: true } found => After(found.Membership, id, now),
        Registration.Event.WasTurnedAway turned =>
        [
            new Request.ToMentee(id, new MenteeStanding.Command.Leave()),
            new Request.ToMentor(id, new MentorPlaces.Command.Leave()),
            new Request.Send(new MailDraft(MailTemplates.RegistrationWithdrawn, $"{MailTemplates.RegistrationWithdrawn}.{id}.{At(now)}", id, id, null, Note: MembershipWords.TurnedAway(turned.Why))),
            Call(id, MembershipWords.TurnedAwayToCoordinator, now),
        ],
        Registration.Event.Withdrew withdrew =>
        [
            new Request.ToMentee(id, new MenteeStanding.Command.Leave()),
            new Request.ToMentor(id, new MentorPlaces.Command.Leave()),
            .. withdrew.Tell ? [Mail(MailTemplates.RegistrationWithdrawn, id, id, null, At(now))] : NoRequests,
        ],
        _ => [],
    };

    private IEnumerable<Request> After(Membership found, string id, DateTimeOffset now) => found switch
    {
        Membership.Lapsed => [Mail(MailTemplates.MembershipLapsed, id, id, LinkPurpose.Registration, At(now))],
        Membership.Unknown => [Call(id, MembershipWords.UnknownToCoordinator, now)],
        Membership.Over when scheme.Membership.AfterGrace == AfterGrace.Coordinator => [Call(id, MembershipWords.OverToCoordinator, now)],
        Membership.InOrder => [new Request.Rematch(id)],
        _ => [],
    };

    private static IEnumerable<Request> After(MenteeStanding.Event happened, string id, DateTimeOffset now) => happened switch
    {
        MenteeStanding.Event.HasLeft left =>
        [
            .. left.OfferId is { } offer ? [new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MenteeLeft))] : NoRequests,
            .. left.PartnershipId is { } partnership ? [new Request.ToPartnership(partnership, LeaveAs(Party.Mentee))] : NoRequests,
        ],
        // As with somebody new: without a deadline to wait for, they are told where there is nobody yet. They may come back more than once.
        MenteeStanding.Event.Rejoined rejoined => [rejoined.IsRolling ? new Request.Rematch($"{id}.{At(now)}", id, MailTemplates.RematchWaiting) : new Request.Rematch(id, id)],
        _ => [],
    };

    private static IEnumerable<Request> After(MentorPlaces.Event happened, string id) => happened switch
    {
        MentorPlaces.Event.HasLeft left =>
        [
            .. left.Offers.Select(offer => new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable))),
            .. left.Partnerships.Select(partnership => new Request.ToPartnership(partnership, LeaveAs(Party.Mentor))),
        ],
        MentorPlaces.Event.Rejoined => [new Request.Rematch(id)],
        MentorPlaces.Event.Opened opened => opened.TooMany.Select(offer => new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable))),
        MentorPlaces.Event.Taken { Forward: { } forward } taken => [new Request.PlaceElsewhere(forward, taken.OfferId, taken.PartnershipId, ThenRest: false)],
        MentorPlaces.Event.Released { Forward: { } forward } released => [new Request.PlaceElsewhere(forward, released.From, Becomes: null, released.Rests)],
        _ => [],
    };

    private IEnumerable<Request> After(Offer.Event happened, DateTimeOffset now) => happened switch
    {
        Offer.Event.Made made =>
        [
            new Request.ToMentee(made.Terms.MenteeId, new MenteeStanding.Command.Offer(made.Terms.OfferId)),
            new Request.ToMentor(made.Terms.MentorId, new MentorPlaces.Command.Hold(made.Terms.OfferId)),
            Mail(MailTemplates.Offer, made.Terms.MenteeId, made.Terms.OfferId, LinkPurpose.Offer),
            new Request.Wake(Clockwork.Offer, made.Terms.OfferId),
        ],
        Offer.Event.Reminded reminded =>
        [
            Mail(MailTemplates.OfferReminder, reminded.Terms.MenteeId, reminded.Terms.OfferId, LinkPurpose.Offer, Count(reminded.Reply.Reminded)),
        ],
        Offer.Event.WasAccepted accepted => Introduce(accepted, now),
        Offer.Event.WasDeclined declined =>
        [
            .. GiveBack(declined.Terms, declined.Terms.MentorPerson, ReturnTo.WaitingList),
            new Request.Rematch(declined.Terms.OfferId, declined.Terms.MenteeId, MailTemplates.NoSecondMatch),
            new Request.Wake(Clockwork.Offer, declined.Terms.OfferId),
        ],
        Offer.Event.HasExpired expired =>
        [
            .. GiveBack(expired.Terms, expired.Terms.MentorPerson, ReturnTo.Rest),
            new Request.Rematch(expired.Terms.OfferId),
            Mail(MailTemplates.OfferExpired, expired.Terms.MenteeId, expired.Terms.OfferId, LinkPurpose.Registration),
        ],
        Offer.Event.WasWithdrawn withdrawn =>
        [
            .. GiveBack(withdrawn.Terms, withdrawn.Why == WithdrawalReason.Coordinator ? withdrawn.Terms.MentorPerson : null, ReturnTo.WaitingList),
            new Request.Rematch(withdrawn.Terms.OfferId, withdrawn.Terms.MenteeId),
            .. withdrawn.Why == WithdrawalReason.MenteeLeft ? NoRequests : [Mail(MailTemplates.OfferWithdrawn, withdrawn.Terms.MenteeId, withdrawn.Terms.OfferId, LinkPurpose.Registration)],
            new Request.Wake(Clockwork.Offer, withdrawn.Terms.OfferId),
        ],
        _ => [],
    };

    private IEnumerable<Request> Introduce(Offer.Event.WasAccepted accepted, DateTimeOffset now)
    {
        var (terms, partnership) = (accepted.Terms, accepted.PartnershipId);
        var version = scheme.Document(SchemeDocument.Agreement)!.Version;
        var sign = Countdown.From(now, scheme.TimeZone, scheme.Agreements.SignDays, scheme.Agreements.ReminderDays);
        return
        [
            new Request.ToMentee(terms.MenteeId, new MenteeStanding.Command.Pair(terms.OfferId, partnership)),
            new Request.ToMentor(terms.MentorId, new MentorPlaces.Command.Take(terms.OfferId, partnership)),
            new Request.ToPartnership(partnership, new Partnership.Command.Begin(
                new Pair(partnership, terms.OfferId, terms.RoundId, terms.MentorId, terms.MentorPerson, terms.MenteeId, terms.TermMonths))),
            new Request.ToAgreement(partnership, new Agreement.Command.Open(new AgreementTerms(partnership, terms.MentorId, terms.MenteeId, version, terms.TermMonths), sign)),
            Mail(MailTemplates.Introduction, terms.MenteeId, partnership, LinkPurpose.Agreement),
            Mail(MailTemplates.Introduction, terms.MentorId, partnership, LinkPurpose.Agreement),
            new Request.Wake(Clockwork.Offer, terms.OfferId),
            new Request.Wake(Clockwork.Partnership, partnership),
        ];
    }

    private IEnumerable<Request> After(Agreement.Event happened, DateTimeOffset now) => happened switch
    {
        Agreement.Event.Completed completed =>
        [
            new Request.ToPartnership(completed.Terms.PartnershipId, new Partnership.Command.Activate(
                Term.First(now, scheme.TimeZone, completed.Terms.TermMonths, scheme.Reviews.InterimWithin(completed.Terms.TermMonths)))),
            new Request.Wake(Clockwork.Partnership, completed.Terms.PartnershipId),
        ],
        Agreement.Event.Reminded reminded => reminded.Missing.Select(party =>
            Mail(MailTemplates.AgreementReminder, party == Party.Mentor ? reminded.Terms.MentorId : reminded.Terms.MenteeId, reminded.Terms.PartnershipId, LinkPurpose.Agreement, Count(reminded.Time.Reminded))),
        Agreement.Event.HasLapsed { Voided: false } lapsed =>
        [
            new Request.ToPartnership(lapsed.Terms.PartnershipId, new Partnership.Command.Lapse(
                MentorSigned: lapsed.Signed?.By == Party.Mentor, MenteeSigned: lapsed.Signed?.By == Party.Mentee)),
        ],
        _ => [],
    };

    private IEnumerable<Request> After(Partnership.Event happened, DateTimeOffset now) => happened switch
    {
        Partnership.Event.Activated activated => Both(MailTemplates.AgreementComplete, activated.Pair, LinkPurpose.Partnership),
        Partnership.Event.InterimOpened opened => Ask(opened.Pair, ReviewKind.Interim, opened.Term.Number, false, now),
        Partnership.Event.FinalOpened opened => Ask(opened.Pair, ReviewKind.Final, opened.Term.Number, true, now),
        Partnership.Event.ReviewAsked asked =>
        [
            .. Close(asked.Pair, ReviewKind.Asked, asked.Number - 1), .. Ask(asked.Pair, ReviewKind.Asked, asked.Number, false, now),
            new Request.Wake(Clockwork.Partnership, asked.Pair.PartnershipId),
        ],
        Partnership.Event.Continued continued =>
        [
            .. Close(continued.Pair, ReviewKind.Interim, continued.Term.Number - 1), .. Both(MailTemplates.PartnershipContinued, continued.Pair, LinkPurpose.Partnership, Count(continued.Term.Number)),
            new Request.Wake(Clockwork.Partnership, continued.Pair.PartnershipId),
        ],
        Partnership.Event.HasEnded ended =>
        [
            new Request.ToAgreement(ended.Pair.PartnershipId, new Agreement.Command.Void()),
            .. Free(ended.Pair, mentorRests: !ended.Ending.MentorStays, ended.Ending.MenteeAgain ? ReturnTo.WaitingList : ReturnTo.Finish),
            .. Both(MailTemplates.PartnershipEnded, ended.Pair, LinkPurpose.Registration),
            .. ended.Term is { } term ? AfterTerm(ended.Pair, term, ended.Ending, now) : NoRequests,
            .. ended.Ending.MayNeedHelp ? [Call(ended.Pair.PartnershipId, "A partnership ended early. Please see whether anybody needs help.", now)] : NoRequests,
        ],
        Partnership.Event.Said said => [Call(said.Pair.PartnershipId, "Somebody wrote to you about a partnership that had ended already. Please see whether anybody needs help.", now)],
        Partnership.Event.HasLapsed lapsed =>
        [
            .. Free(lapsed.Pair, mentorRests: !lapsed.MentorSigned, lapsed.MenteeSigned ? ReturnTo.WaitingList : ReturnTo.Rest),
            .. Both(MailTemplates.AgreementLapsed, lapsed.Pair, LinkPurpose.Registration),
        ],
        _ => [],
    };

    private static IEnumerable<Request> After(Review.Event happened) => happened switch
    {
        Review.Event.Asked asked =>
        [
            Mail(asked.Form.Kind == ReviewKind.Final ? MailTemplates.ReviewFinal : MailTemplates.ReviewInterim, asked.Form.ParticipantId, asked.Form.Id, LinkPurpose.Review),
        ],
        Review.Event.Reminded reminded =>
        [
            Mail(MailTemplates.ReviewReminder, reminded.Form.ParticipantId, reminded.Form.Id, LinkPurpose.Review, Count(reminded.Answer.Reminded)),
        ],
        Review.Event.Submitted { Answers.Continue: { } goOn } submitted =>
        [
            new Request.ToPartnership(submitted.Form.PartnershipId, new Partnership.Command.Wish(submitted.Form.Party, goOn)),
            new Request.Wake(Clockwork.Partnership, submitted.Form.PartnershipId),
        ],
        _ => [],
    };

    private static readonly Request[] NoRequests = [];

    /// <param name="before">Null for a new registration. Whoever was a mentee before and is done, or left the list, does not wait again by changing what they wrote.</param>
    private static IEnumerable<Request> Join(string id, Entry entry, DateTimeOffset since, Entry? before = null) =>
    [
        .. entry.Mentor is { } mentor ? [new Request.ToMentor(id, new MentorPlaces.Command.Open(mentor.Capacity, [], []))] : NoRequests,
        .. entry.Mentee is not null && before?.Mentee is null ? [new Request.ToMentee(id, new MenteeStanding.Command.Enter(since, 0, []))] : NoRequests,
    ];

    private static Partnership.Command.End LeaveAs(Party party) => new(EndingReason.Circumstances, party.Actor(), null, MentorStays: party == Party.Mentee, MenteeAgain: party == Party.Mentor);

    private static IEnumerable<Request> GiveBack(OfferTerms terms, string? notAgain, ReturnTo to) =>
    [
        new Request.ToMentee(terms.MenteeId, new MenteeStanding.Command.Return(terms.OfferId, notAgain, to)),
        new Request.ToMentor(terms.MentorId, new MentorPlaces.Command.Release(terms.OfferId, ThenRest: false)),
    ];

    private static IEnumerable<Request> Free(Pair pair, bool mentorRests, ReturnTo to) =>
    [
        new Request.ToMentee(pair.MenteeId, new MenteeStanding.Command.Return(pair.PartnershipId, pair.MentorPerson, to)),
        new Request.ToMentor(pair.MentorId, new MentorPlaces.Command.Release(pair.PartnershipId, mentorRests)),
        new Request.Wake(Clockwork.Partnership, pair.PartnershipId),
        new Request.Rematch(pair.PartnershipId, to == ReturnTo.WaitingList ? pair.MenteeId : null, MailTemplates.RematchWaiting),
    ];

    private IEnumerable<Request> Ask(Pair pair, ReviewKind kind, int number, bool asksToContinue, DateTimeOffset now)
    {
        var answer = Countdown.From(now, scheme.TimeZone, scheme.Reviews.AnswerDays, scheme.Reviews.ReminderDays);
        return Parties.Select(party => new ReviewForm(pair.PartnershipId, kind, number, party, pair.Member(party), asksToContinue))
            .Select(form => new Request.ToReview(form.Id, new Review.Command.Ask(form, answer)));
    }

    /// <summary>Nobody is chased about the way to the end any more; whoever ended early is asked how it was.</summary>
    private IEnumerable<Request> AfterTerm(Pair pair, Term term, Ending ending, DateTimeOffset now) =>
        [.. Close(pair, ReviewKind.Asked, term.Asked), .. Close(pair, ReviewKind.Interim, term.Number), .. ending.Reason == EndingReason.Completed ? NoRequests : Ask(pair, ReviewKind.Final, term.Number, false, now)];

    /// <summary>Of the reviews asked for only the last can be open, however many there were: each closes the one before it.</summary>
    private static IEnumerable<Request> Close(Pair pair, ReviewKind kind, int number) =>
        number == 0 ? NoRequests : Parties.Select(party => new Request.ToReview(ReviewForm.IdOf(pair.PartnershipId, kind, number, party), new Review.Command.Close()));

    private static readonly Party[] Parties = [Party.Mentee, Party.Mentor];

    private static IEnumerable<Request> Both(string template, Pair pair, LinkPurpose link, string? occasion = null) =>
        Parties.Select(party => Mail(template, pair.Member(party), pair.PartnershipId, link, occasion));

    /// <param name="occasion">Tells mails of one template about the same thing apart.</param>
    private static Request.Send Mail(string template, string to, string about, LinkPurpose? link, string? occasion = null) =>
        new(new MailDraft(template, string.Join('.', new[] { template, about, to, occasion }.OfType<string>().Distinct()), to, about, link));

    /// <summary>Calls the coordinator, for what only a person can settle or should know of.</summary>
    private static Request.Send Call(string about, string words, DateTimeOffset now) => new(new MailDraft(
        MailTemplates.CoordinatorAttention, $"{MailTemplates.CoordinatorAttention}.{about}.{At(now)}", To: null, about, Link: null, Note: words));

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
}
