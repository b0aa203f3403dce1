using Mentoring.Core;
using Mentoring.Core.Offers;

namespace Mentoring.Functions.Mail;

/// <summary>What follows where a mail did not reach its reader: the time to reply to an offer stops, and the coordinator is called.</summary>
internal static class MailTrouble
{
    public static IReadOnlyList<Request> Of(string outbox, MailDraft draft) =>
    [
        .. draft.Template == MailTemplates.Offer ? [new Request.ToOffer(draft.About, new Offer.Command.Bounced())] : Array.Empty<Request>(),
        .. draft.To is null ? Array.Empty<Request>() : [Call(outbox)],
    ];

    private static Request.Send Call(string outbox) => new(new MailDraft(
        MailTemplates.CoordinatorAttention, $"{MailTemplates.CoordinatorAttention}.{outbox}", To: null, outbox, Link: null,
        Note: "An email could not be delivered, and will not be tried again by itself. Please find out the person's right address, correct it, and send the email again."));
}
