using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class CoordinatorMails
{
    /// <summary>Says what needs a person; who it is about stands on the coordinator's pages, not in the mail.</summary>
    public static MailModel Attention(MailFacts facts)
    {
        var item = new AttentionItem("Something needs you", facts.Draft.Note ?? "Please look at the coordinator's pages.", Paths.Coordinator);
        return new MailModel.CoordinatorAttention(new Letterhead(facts.Scheme, facts.Site(""), facts.Scheme.Contact.Name), [item], facts.Site(Paths.Coordinator));
    }
}
