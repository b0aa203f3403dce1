using Mentoring.Core;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

/// <summary>Finds the words of a mail when it is sent, from the rows as they are then.</summary>
/// <remarks>A mail that no longer says what is so, such as an offer that was withdrawn meanwhile, is dropped: null.</remarks>
public sealed class MailComposer(LedgerReader reader, CoordinatorAddresses coordinators, Scheme scheme, Site site, TimeProvider time)
{
    public async ValueTask<ComposedMail?> ComposeAsync(string round, MailDraft draft, string? token, CancellationToken cancellation)
    {
        var plan = Round.PlanOf(await reader.StateAsync(Stages.Rounds, round, round, cancellation));
        var settings = plan?.SettingsOf(scheme) ?? scheme;
        var facts = new MailFacts(reader, settings, site, round, draft, token, time.GetUtcNow(), cancellation);
        if (draft.Template == MailTemplates.CoordinatorSignIn)
            return await CoordinatorMails.SignInAsync(facts, reader, coordinators, token, cancellation);
        if (draft.To is null)
            return new ComposedMail(scheme.Contact.Email, scheme.Contact.Name, CoordinatorMails.Attention(facts));
        if (await facts.EntryAsync(draft.To) is not { } recipient)
            return null;
        return await ModelAsync(facts, new Letterhead(settings, site.Address, recipient.Name) { Now = facts.Now }) is { } model
            ? new ComposedMail(recipient.Email.Typed, recipient.Name, model)
            : null;
    }

    private static ValueTask<MailModel?> ModelAsync(MailFacts facts, Letterhead head) => facts.Draft.Template switch
    {
        MailTemplates.RegistrationReceived or MailTemplates.RegistrationAmended or MailTemplates.RegistrationWithdrawn or MailTemplates.MembershipLapsed => RegistrationMails.ComposeAsync(facts, head),
        MailTemplates.RoundRun or MailTemplates.RoundUnmatched or MailTemplates.RematchWaiting or MailTemplates.NoSecondMatch => RoundMails.ComposeAsync(facts, head),
        MailTemplates.Offer or MailTemplates.OfferReminder or MailTemplates.OfferExpired or MailTemplates.OfferWithdrawn => OfferMails.ComposeAsync(facts, head),
        MailTemplates.ReviewInterim or MailTemplates.ReviewFinal or MailTemplates.ReviewReminder => ReviewMails.ComposeAsync(facts, head),
        _ => PartnershipMails.ComposeAsync(facts, head),
    };
}

/// <summary>A mail with its words found and its recipient known.</summary>
public sealed record ComposedMail(string To, string ToName, MailModel Model);
