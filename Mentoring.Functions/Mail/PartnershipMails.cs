using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Mails;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Mail;

internal static class PartnershipMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        var partnership = await facts.StateAsync(Stages.Partnerships, facts.Draft.About);
        var agreement = await facts.StateAsync(Stages.Agreements, facts.Draft.About);
        if (Partnership.PairOf(partnership) is not { } pair)
            return null;

        var (party, partner) = await facts.PartnerAsync(pair);
        var name = MailFacts.NameOf(partner);
        return (facts.Draft.Template, partnership) switch
        {
            (MailTemplates.AgreementLapsed, Partnership.Lapsed lapsed) =>
                new MailModel.AgreementLapsed(head, party, name, Agreement.SignatureOf(agreement, party) is not null, facts.Local(lapsed.LapsedAt), facts.Page("registrations"))
                {
                    IsBusy = party == Party.Mentor && !HasRoom(await facts.RecipientAsync(), pair),
                    Trouble = await facts.TroubleAsync(),
                },
            (MailTemplates.PartnershipEnded, Partnership.Ended ended) => await EndedAsync(facts, head, ended, party, partner?.Name),
            _ when partner is null => null,
            (MailTemplates.Introduction, _) => await IntroductionAsync(facts, head, pair, agreement, party, Persons.Partner(partner, party.Other())),
            (MailTemplates.AgreementReminder, Partnership.Agreeing) when Agreement.TimeOf(agreement) is { } sign =>
                new MailModel.AgreementReminder(head, name, Agreement.SignatureOf(agreement, party.Other()) is not null, sign.Until, facts.Page("agreements")),
            (MailTemplates.AgreementComplete, Partnership.Active active) =>
                new MailModel.AgreementComplete(head, party, Persons.Partner(partner, party.Other()), active.Term.Interim, active.Term.Ends, facts.Page("partnerships")),
            (MailTemplates.PartnershipContinued, Partnership.Active active) => new MailModel.PartnershipContinued(head, name, active.Term.Ends, facts.Page("partnerships")),
            _ => null,
        };
    }

    /// <summary>Whether the mentor's place is for somebody else. Whoever pauses, or took fewer mentees meanwhile, is introduced to nobody. In a later round the place may be free a moment later.</summary>
    private static bool HasRoom(IReadOnlyList<Station> mentor, Pair over) =>
        mentor.Any(station => station.Mentor is MentorPlaces.Available { Places: var places } && places.Without(over.PartnershipId).HasRoom);

    private static async ValueTask<MailModel> EndedAsync(MailFacts facts, Letterhead head, Partnership.Ended ended, Party party, string? partner)
    {
        var stations = await facts.RecipientAsync();
        return new MailModel.PartnershipEnded(
            head, party, partner, facts.Local(ended.Ending.At), ended.Ending.Reason == EndingReason.Completed,
            party == Party.Mentor ? ended.Ending.MentorStays && HasRoom(stations, ended.Pair) : ended.Ending.MenteeAgain, facts.Page("registrations"))
        {
            HadBegun = ended.Term is not null,
            HasWithdrawn = stations[^1].Registration is Registration.Withdrawn,
            Trouble = await facts.TroubleAsync(),
        };
    }

    private static async ValueTask<MailModel?> IntroductionAsync(MailFacts facts, Letterhead head, Pair pair, Agreement agreement, Party party, Pages.PersonCard partner)
    {
        if (Agreement.TimeOf(agreement) is not { } sign || await facts.StateAsync(Stages.Offers, pair.OfferId) is not Offer.Accepted offer)
            return null;
        return new MailModel.Introduction(
            head, party, partner, [.. offer.Terms.Reasons.Select(part => part.Words)], sign.Until, pair.TermMonths,
            facts.EndOfTerm(offer.AcceptedAt, pair.TermMonths), facts.Page("agreements"), facts.Page("partnerships"));
    }
}
