using Mentoring.Core;

namespace Mentoring.Pages.Coordinator.Mails;

/// <summary>What each mail is to a coordinator, where its template's name would be a riddle.</summary>
public static class MailNames
{
    /// <param name="template">See <see cref="MailTemplates"/>.</param>
    /// <returns>Without a capital, so that it can stand within a sentence.</returns>
    public static string Of(string template) => template switch
    {
        MailTemplates.RegistrationReceived => "registration received",
        MailTemplates.RegistrationAmended => "registration changed",
        MailTemplates.RegistrationWithdrawn => "registration withdrawn",
        MailTemplates.RoundRun => "round has run, to a mentor",
        MailTemplates.RoundUnmatched => "no mentor found yet",
        MailTemplates.Offer => "offer of a mentor",
        MailTemplates.OfferReminder => "reminder of an offer",
        MailTemplates.OfferExpired => "offer has run out",
        MailTemplates.OfferWithdrawn => "offer taken back",
        MailTemplates.NoSecondMatch => "no second mentor found",
        MailTemplates.Introduction => "introduction",
        MailTemplates.AgreementReminder => "reminder to sign the agreement",
        MailTemplates.AgreementComplete => "agreement signed by both",
        MailTemplates.AgreementLapsed => "agreement not signed in time",
        MailTemplates.ReviewInterim => "interim review",
        MailTemplates.ReviewFinal => "final review",
        MailTemplates.ReviewReminder => "reminder of a review",
        MailTemplates.PartnershipContinued => "partnership goes on",
        MailTemplates.PartnershipEnded => "partnership has ended",
        MailTemplates.RematchWaiting => "back on the waiting list",
        MailTemplates.MembershipLapsed => "membership has lapsed",
        MailTemplates.CoordinatorAttention => "something needs the coordinator",
        MailTemplates.CoordinatorSignIn => "link to sign in",
        _ => template,
    };
}
