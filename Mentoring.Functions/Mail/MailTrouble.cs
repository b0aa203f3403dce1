using Mentoring.Core;

namespace Mentoring.Functions.Mail;

/// <summary>Calls the coordinator where a mail did not reach its reader.</summary>
internal static class MailTrouble
{
    public static Request.Send Of(string outbox) => new(new MailDraft(
        MailTemplates.CoordinatorAttention, $"{MailTemplates.CoordinatorAttention}.{outbox}", To: null, outbox, Link: null,
        Note: "An email could not be delivered, and will not be tried again by itself. Please find out the person's right address."));
}
