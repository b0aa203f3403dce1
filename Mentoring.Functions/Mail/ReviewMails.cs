using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class ReviewMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        if (await facts.StateAsync(Stages.Reviews, facts.Draft.About) is not Review.Open { Form: { } form, Answer.Until: var answerBy })
            return null;
        var partnership = await facts.StateAsync(Stages.Partnerships, form.PartnershipId);
        if (Partnership.PairOf(partnership) is not { } pair)
            return null;

        var (party, partner) = await facts.PartnerAsync(pair);
        var page = facts.Page("reviews");
        return facts.Draft.Template switch
        {
            MailTemplates.ReviewReminder => new MailModel.ReviewReminder(head, form.Decides(partnership), partner?.Name, answerBy, page),
            MailTemplates.ReviewFinal => new MailModel.ReviewFinal(head, party, partner?.Name, form.Decides(partnership), EndOf(partnership, facts), answerBy, page),
            _ => new MailModel.ReviewInterim(head, party, MailFacts.NameOf(partner), form.Kind == ReviewKind.Asked, answerBy, page, facts.Page("partnerships")),
        };
    }

    private static Core.Time.LocalInstant EndOf(Partnership partnership, MailFacts facts) => partnership switch
    {
        Partnership.Reviewing reviewing => reviewing.Term.Ends,
        Partnership.Ended ended => facts.Local(ended.Ending.At),
        _ => facts.Local(facts.Now),
    };
}
