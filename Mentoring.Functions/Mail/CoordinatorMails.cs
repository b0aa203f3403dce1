using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class CoordinatorMails
{
    /// <summary>Null where the link is too old by now, or its reader is no coordinator any more.</summary>
    public static async ValueTask<ComposedMail?> SignInAsync(MailFacts facts, LedgerReader reader, CoordinatorAddresses coordinators, string? token, CancellationToken cancellation) =>
        token is not null && await reader.RowAsync<SignInLink>(DeskRows.LinkKey(token), cancellation) is { } link && link.Expires > facts.Now && coordinators.AddressOf(link.Who) is { } address
            ? new ComposedMail(address, "Coordinator", new MailModel.CoordinatorSignIn(new Letterhead(facts.Scheme, facts.Site(""), "coordinator"), facts.Local(link.Expires), facts.Site(Paths.SignInLink(token))))
            : null;

    /// <summary>Says what needs a person; who it is about stands on the coordinator's pages, not in the mail.</summary>
    public static MailModel Attention(MailFacts facts)
    {
        var item = new AttentionItem("Something needs you", facts.Draft.Note ?? "Please look at the coordinator's pages.", Paths.Coordinator);
        return new MailModel.CoordinatorAttention(new Letterhead(facts.Scheme, facts.Site(""), facts.Scheme.Contact.Name), [item], facts.Site(Paths.Coordinator));
    }
}
