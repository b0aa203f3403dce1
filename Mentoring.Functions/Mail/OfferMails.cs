using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Rounds;
using Mentoring.Core.Time;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Mails;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Mail;

internal static class OfferMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        var offer = await facts.StateAsync(Stages.Offers, facts.Draft.About);
        if (Offer.TermsOf(offer) is not { } terms)
            return null;

        // The mentee is told also when the mentor's name is gone.
        var mentor = await facts.EntryAsync(terms.MentorId);
        var name = mentor?.Name ?? "the mentor we had found";

        IReadOnlyList<string> reasons = [.. terms.Reasons.Select(part => part.Words)];
        return (facts.Draft.Template, offer) switch
        {
            (MailTemplates.OfferExpired, Offer.Expired expired) => new MailModel.OfferExpired(head, name, facts.Local(expired.ExpiredAt), facts.Page("registrations")),
            (MailTemplates.OfferWithdrawn, Offer.Withdrawn withdrawn) => new MailModel.OfferWithdrawn(head, name, withdrawn.Words, facts.Page("registrations")) { Trouble = await facts.TroubleAsync() },
            _ when mentor is null => null,
            (MailTemplates.Offer, Offer.Pending pending) => new MailModel.Offer(
                head, Persons.Card(mentor), reasons, ReplyBy(pending, facts), terms.TermMonths, facts.EndOfTerm(facts.Now, terms.TermMonths),
                MenteeStanding.HistoryOf(await facts.StateAsync(Stages.Mentees, terms.MenteeId)) is { Refused.Count: > 0 }, facts.Page("offers")),
            (MailTemplates.OfferReminder, Offer.Pending pending) => new MailModel.OfferReminder(head, Persons.Card(mentor), reasons, pending.Reply.Until, facts.Page("offers")),
            _ => null,
        };
    }

    /// <summary>As it is once this mail is out.</summary>
    private static LocalInstant ReplyBy(Offer.Pending pending, MailFacts facts) =>
        facts.Scheme.Offers.TimeToReply(facts.Now, facts.Scheme.TimeZone) is var mailed && pending.BeginsAnew(mailed) ? mailed.Until : pending.Reply.Until;
}
