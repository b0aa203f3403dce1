namespace Mentoring.Core;

/// <summary>The names of all mails. They are part of the interface: never renamed.</summary>
public static class MailTemplates
{
    public const string RegistrationReceived = "registration-received";
    public const string RegistrationAmended = "registration-amended";
    public const string RegistrationWithdrawn = "registration-withdrawn";
    public const string RoundRun = "round-run";
    public const string RoundUnmatched = "round-unmatched";
    public const string Offer = "offer";
    public const string OfferReminder = "offer-reminder";
    public const string OfferExpired = "offer-expired";
    public const string OfferWithdrawn = "offer-withdrawn";
    public const string NoSecondMatch = "no-second-match";
    public const string Introduction = "introduction";
    public const string AgreementReminder = "agreement-reminder";
    public const string AgreementComplete = "agreement-complete";
    public const string AgreementLapsed = "agreement-lapsed";
    public const string ReviewInterim = "review-interim";
    public const string ReviewFinal = "review-final";
    public const string ReviewReminder = "review-reminder";
    public const string PartnershipContinued = "partnership-continued";
    public const string PartnershipEnded = "partnership-ended";
    public const string RematchWaiting = "rematch-waiting";
    public const string MembershipLapsed = "membership-lapsed";
    public const string CoordinatorAttention = "coordinator-attention";
    public const string CoordinatorSignIn = "coordinator-sign-in";
}
