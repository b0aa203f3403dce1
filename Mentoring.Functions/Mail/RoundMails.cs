using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class RoundMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        var page = facts.Page("registrations");
        var next = await facts.NextWordAsync();
        var reasons = facts.Draft.Note?.Split('\n') ?? [];
        var fixedDate = (await facts.PlanAsync())?.UpdateOn;
        return facts.Draft.Template switch
        {
            MailTemplates.RoundRun when fixedDate is not null => new MailModel.RoundRun(head, fixedDate, page),
            MailTemplates.RoundUnmatched when fixedDate is not null => new MailModel.RoundUnmatched(head, reasons, fixedDate, page),
            MailTemplates.NoSecondMatch => new MailModel.NoSecondMatch(head, reasons, next, page),
            MailTemplates.RematchWaiting => new MailModel.RematchWaiting(head, facts.Draft.As ?? Party.Mentee, next, page),
            _ => null,
        };
    }
}
