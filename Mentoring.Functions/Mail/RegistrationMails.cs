using Mentoring.Core;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class RegistrationMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        var entry = await facts.EntryAsync(facts.Draft.About);
        var deadline = (await facts.PlanAsync())?.Deadline;
        return facts.Draft.Template switch
        {
            MailTemplates.RegistrationReceived => new MailModel.RegistrationReceived(head, entry?.Mentor is not null, entry?.Mentee is not null, deadline, facts.Page("registrations")),
            MailTemplates.RegistrationAmended => new MailModel.RegistrationAmended(head, deadline, facts.Page("registrations")),
            _ => new MailModel.RegistrationWithdrawn(head, deadline?.HasPassed(facts.Now) == true ? null : deadline),
        };
    }
}
