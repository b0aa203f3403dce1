using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Time;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Registrations;

namespace Mentoring.Pages.Mails;

/// <summary>What a mail says. One case for each template; links are absolute and only ever show a page.</summary>
public abstract record MailModel
{
    private MailModel(Letterhead head, string template) => (Head, Template) = (head, template);

    public Letterhead Head { get; }

    /// <summary>Name of the template, part of the published interface.</summary>
    public string Template { get; }

    /// <summary>What is amiss with the reader's membership, where the mail says what happens next and that stands in the way; null where nothing is.</summary>
    public MembershipTrouble? Trouble { get; init; }

    /// <summary>The reader is a mentor with whom nobody is matched until they are trained; of no effect on a mentee's words.</summary>
    public bool ToTrain { get; init; }

    /// <summary>Where a mail program posts to so that mails of this kind stop; null where the mail belongs to what the person takes part in.</summary>
    public virtual Uri? Stop => null;

    /// <param name="Deadline">Null where anybody may register at any time, and once it has passed.</param>
    public sealed record RegistrationReceived(Letterhead Head, bool AsMentor, bool AsMentee, LocalInstant? Deadline, Uri Registration) : MailModel(Head, MailTemplates.RegistrationReceived)
    {
        /// <summary>The deadline, where there is one, has not passed.</summary>
        public bool CanAmend { get; init; } = true;
    }

    /// <inheritdoc cref="RegistrationReceived" path="/param"/>
    public sealed record RegistrationAmended(Letterhead Head, LocalInstant? Deadline, Uri Registration) : MailModel(Head, MailTemplates.RegistrationAmended)
    {
        /// <inheritdoc cref="RegistrationReceived.CanAmend"/>
        public bool CanAmend { get; init; } = true;
    }

    /// <param name="Deadline">Until when they may register again; null where they can't this time.</param>
    /// <param name="Because">A sentence, where the scheme took them out; null where they withdrew themselves.</param>
    public sealed record RegistrationWithdrawn(Letterhead Head, LocalInstant? Deadline, string? Because) : MailModel(Head, MailTemplates.RegistrationWithdrawn);

    /// <summary>To every mentor of a round, the same words for all. It carries nothing that an offer could change.</summary>
    public sealed record RoundRun(Letterhead Head, LocalInstant NextWord, Uri Registration) : MailModel(Head, MailTemplates.RoundRun)
    {
        /// <summary>The mentor pauses, by their own word: they are not available, and nobody writes to them on the fixed date.</summary>
        public bool Pauses { get; init; }
    }

    /// <param name="Reasons">In the applicant's version: full sentences that say nothing about anybody else.</param>
    public sealed record RoundUnmatched(Letterhead Head, IReadOnlyList<string> Reasons, LocalInstant NextWord, Uri Registration) : MailModel(Head, MailTemplates.RoundUnmatched)
    {
        public override Uri Stop => Below(Registration, "leave");
    }

    /// <param name="Reasons">What the match was made on.</param>
    /// <param name="Ends">When the partnership would end, were it to start today.</param>
    /// <param name="Another">True after an earlier offer to the same mentee.</param>
    public sealed record Offer(Letterhead Head, PersonCard Mentor, IReadOnlyList<string> Reasons, LocalInstant ReplyBy, int TermMonths, LocalInstant Ends, bool Another, Uri Page) : MailModel(Head, MailTemplates.Offer);

    public sealed record OfferReminder(Letterhead Head, PersonCard Mentor, IReadOnlyList<string> Reasons, LocalInstant ReplyBy, Uri Page) : MailModel(Head, MailTemplates.OfferReminder);

    public sealed record OfferExpired(Letterhead Head, string MentorName, LocalInstant ReplyBy, Uri Registration) : MailModel(Head, MailTemplates.OfferExpired);

    /// <param name="Reason">As the coordinator worded it for the mentee.</param>
    public sealed record OfferWithdrawn(Letterhead Head, string MentorName, string? Reason, Uri Registration) : MailModel(Head, MailTemplates.OfferWithdrawn);

    /// <param name="NextWord">Null once the fixed date of the round has passed.</param>
    public sealed record NoSecondMatch(Letterhead Head, IReadOnlyList<string> Reasons, LocalInstant? NextWord, Uri Registration) : MailModel(Head, MailTemplates.NoSecondMatch)
    {
        public override Uri Stop => Below(Registration, "leave");
    }

    /// <param name="Party">The reader’s side.</param>
    /// <param name="Partner">With contact details; a mentee's with their objectives.</param>
    public sealed record Introduction(Letterhead Head, Party Party, PersonCard Partner, IReadOnlyList<string> Reasons, LocalInstant SignBy, int TermMonths, LocalInstant Ends, Uri Agreement, Uri Partnership) : MailModel(Head, MailTemplates.Introduction);

    /// <param name="PartnerHasSigned">Whether only the reader's signature is missing.</param>
    public sealed record AgreementReminder(Letterhead Head, string PartnerName, bool PartnerHasSigned, LocalInstant SignBy, Uri Agreement) : MailModel(Head, MailTemplates.AgreementReminder);

    public sealed record AgreementComplete(Letterhead Head, Party Party, PersonCard Partner, LocalInstant InterimReview, LocalInstant Ends, Uri Partnership) : MailModel(Head, MailTemplates.AgreementComplete);

    /// <param name="Signed">Whether the reader did sign: they are then available, or waiting, again at once.</param>
    public sealed record AgreementLapsed(Letterhead Head, Party Party, string PartnerName, bool Signed, LocalInstant SignBy, Uri Registration) : MailModel(Head, MailTemplates.AgreementLapsed)
    {
        /// <summary>The mentor pauses, or has no place left: signing makes them available to nobody.</summary>
        public bool IsBusy { get; init; }
    }

    /// <param name="Asked">Either of the two asked for it, outside the calendar.</param>
    public sealed record ReviewInterim(Letterhead Head, Party Party, string PartnerName, bool Asked, LocalInstant AnswerBy, Uri Review, Uri Partnership) : MailModel(Head, MailTemplates.ReviewInterim);

    /// <param name="AsksToContinue">At the end of a term; not after an early ending.</param>
    /// <param name="Ends">End of the term, or when it ended.</param>
    public sealed record ReviewFinal(Letterhead Head, Party Party, string? PartnerName, bool AsksToContinue, LocalInstant Ends, LocalInstant AnswerBy, Uri Review) : MailModel(Head, MailTemplates.ReviewFinal);

    /// <param name="AsksToContinue">Whether the answer decides if the partnership goes on.</param>
    public sealed record ReviewReminder(Letterhead Head, bool AsksToContinue, string? PartnerName, LocalInstant AnswerBy, Uri Review) : MailModel(Head, MailTemplates.ReviewReminder);

    /// <param name="Ends">New end of the term, when both are asked again.</param>
    public sealed record PartnershipContinued(Letterhead Head, string PartnerName, LocalInstant Ends, Uri Partnership) : MailModel(Head, MailTemplates.PartnershipContinued);

    /// <param name="PartnerName">Null after the partner's data was erased.</param>
    /// <param name="Completed">It ran its term, rather than ending early.</param>
    /// <param name="Again">The reader's place is free for another mentee, or the reader waits for another mentor.</param>
    public sealed record PartnershipEnded(Letterhead Head, Party Party, string? PartnerName, LocalInstant On, bool Completed, bool Again, Uri Registration) : MailModel(Head, MailTemplates.PartnershipEnded)
    {
        /// <summary>Both had signed; else there was an introduction, and no partnership yet.</summary>
        public bool HadBegun { get; init; } = true;

        /// <summary>The reader has withdrawn: their own page has nothing to choose any more.</summary>
        public bool HasWithdrawn { get; init; }
    }

    /// <summary>To everybody who still waits on the round's fixed date, and to a mentee for whom there is nobody after an ending. A mentor's is the same for all mentors.</summary>
    /// <param name="NextWord">Null where no further date is fixed.</param>
    public sealed record RematchWaiting(Letterhead Head, Party Party, LocalInstant? NextWord, Uri Registration) : MailModel(Head, MailTemplates.RematchWaiting)
    {
        /// <summary>A mentee is back on the list; of no effect on a mentor's words.</summary>
        public bool Again { get; init; }

        /// <summary>Why there is nobody for a mentee, in the applicant's version; of no effect on a mentor's words.</summary>
        public IReadOnlyList<string> Reasons { get; init; } = [];

        public override Uri Stop => Below(Registration, Party == Party.Mentor ? "pause" : "leave");
    }

    /// <param name="RenewBy">End of the period of grace; null where it is over.</param>
    /// <param name="EndsThen">Whether a partnership ends with it, or the coordinator gets in touch.</param>
    public sealed record MembershipLapsed(Letterhead Head, bool HasPartner, bool EndsThen, LocalInstant? RenewBy, Uri Registration) : MailModel(Head, MailTemplates.MembershipLapsed);

    /// <param name="Desk">The coordinator's pages; items' links are paths below the site.</param>
    public sealed record CoordinatorAttention(Letterhead Head, IReadOnlyList<AttentionItem> Items, Uri Desk) : MailModel(Head, MailTemplates.CoordinatorAttention);

    /// <param name="Until">The link works until then.</param>
    public sealed record CoordinatorSignIn(Letterhead Head, LocalInstant Until, Uri Page) : MailModel(Head, MailTemplates.CoordinatorSignIn);

    private static Uri Below(Uri page, string button) => new($"{page.AbsoluteUri}/{button}");
}
