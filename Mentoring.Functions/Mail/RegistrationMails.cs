using Mentoring.Core;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class RegistrationMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        var entry = await facts.EntryAsync(facts.Draft.About);
        var closes = (await facts.PlanAsync())?.Closes;
        // What came in time may be entered late, and a mail may wait for its turn.
        var isOpen = closes is null || !closes.HasPassed(facts.Now);
        var deadline = isOpen ? closes : null;
        return facts.Draft.Template switch
        {
            MailTemplates.RegistrationReceived => new MailModel.RegistrationReceived(head, entry?.Mentor is not null, entry?.Mentee is not null, deadline, facts.Page("registrations")) { CanAmend = isOpen, Trouble = await facts.TroubleAsync(), ToTrain = await facts.ToTrainAsync() },
            MailTemplates.RegistrationAmended => new MailModel.RegistrationAmended(head, deadline, facts.Page("registrations")) { CanAmend = isOpen, Trouble = await facts.TroubleAsync() },
            MailTemplates.MembershipLapsed => await LapsedAsync(facts, head),
            _ => new MailModel.RegistrationWithdrawn(head, deadline, facts.Draft.Note),
        };
    }

    /// <summary>Null where it was renewed meanwhile.</summary>
    private static async ValueTask<MailModel?> LapsedAsync(MailFacts facts, Letterhead head)
    {
        if (await facts.StateAsync(Stages.Registrations, facts.Draft.About) is not Registration.Active { Membership: Membership.Lapsed lapsed })
            return null;
        var hasPartner = await facts.StateAsync(Stages.Mentees, facts.Draft.About) is MenteeStanding.Paired
            || MentorPlaces.PlacesOf(await facts.StateAsync(Stages.Mentors, facts.Draft.About)) is { Taken.Count: > 0 };
        return new MailModel.MembershipLapsed(head, hasPartner, facts.Scheme.Membership.AfterGrace == AfterGrace.End, lapsed.RenewBy.HasPassed(facts.Now) ? null : lapsed.RenewBy, facts.Page("registrations"));
    }
}
