namespace Mentoring.Pages.Mails;

/// <summary>Renders mails. Each is written once, as HTML; the subject is its title and the text part is read off it. Safe to call from any thread.</summary>
public sealed class MailRenderer
{
    private readonly ComponentRendering _rendering;

    internal MailRenderer(ComponentRendering rendering) => _rendering = rendering;

    public RenderedMail Render(MailModel model)
    {
        var html = _rendering.Render(ComponentOf(model), model);
        var (subject, text) = MailText.Of(html);
        return new RenderedMail(subject, text, html, model.Stop);
    }

    private static Type ComponentOf(MailModel model) => model switch
    {
        MailModel.RegistrationReceived => typeof(RegistrationReceivedMail),
        MailModel.RegistrationAmended => typeof(RegistrationAmendedMail),
        MailModel.RegistrationWithdrawn => typeof(RegistrationWithdrawnMail),
        MailModel.RoundRun => typeof(RoundRunMail),
        MailModel.RoundUnmatched => typeof(RoundUnmatchedMail),
        MailModel.Offer => typeof(OfferMail),
        MailModel.OfferReminder => typeof(OfferReminderMail),
        MailModel.OfferExpired => typeof(OfferExpiredMail),
        MailModel.OfferWithdrawn => typeof(OfferWithdrawnMail),
        MailModel.NoSecondMatch => typeof(NoSecondMatchMail),
        MailModel.Introduction => typeof(IntroductionMail),
        MailModel.AgreementReminder => typeof(AgreementReminderMail),
        MailModel.AgreementComplete => typeof(AgreementCompleteMail),
        MailModel.AgreementLapsed => typeof(AgreementLapsedMail),
        MailModel.ReviewInterim => typeof(ReviewInterimMail),
        MailModel.ReviewFinal => typeof(ReviewFinalMail),
        MailModel.ReviewReminder => typeof(ReviewReminderMail),
        MailModel.PartnershipContinued => typeof(PartnershipContinuedMail),
        MailModel.PartnershipEnded => typeof(PartnershipEndedMail),
        MailModel.RematchWaiting => typeof(RematchWaitingMail),
        MailModel.MembershipLapsed => typeof(MembershipLapsedMail),
        MailModel.CoordinatorAttention => typeof(CoordinatorAttentionMail),
        MailModel.CoordinatorSignIn => typeof(CoordinatorSignInMail),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model.Template, "No mail is written for this template."),
    };
}
