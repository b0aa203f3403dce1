using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Mails;

namespace Mentoring.Functions.Mail;

internal static class RoundMails
{
    public static async ValueTask<MailModel?> ComposeAsync(MailFacts facts, Letterhead head)
    {
        if (!await IsStillSoAsync(facts))
            return null;
        var page = facts.Page("registrations");
        var next = await facts.NextWordAsync();
        var reasons = facts.Draft.Note?.Split('\n') ?? [];
        MailModel? mail = facts.Draft.Template switch
        {
            // Both promise a word on the fixed date. Sent again after it, they would promise what is past; that day's mail says how it stands.
            MailTemplates.RoundRun when next is not null => new MailModel.RoundRun(head, next, page)
            {
                Pauses = await facts.StateAsync(Stages.Mentors, facts.Draft.To!) is MentorPlaces.Resting,
            },
            MailTemplates.RoundUnmatched when next is not null => new MailModel.RoundUnmatched(head, reasons, next, page),
            MailTemplates.NoSecondMatch => new MailModel.NoSecondMatch(head, reasons, next, page),
            MailTemplates.RematchWaiting => new MailModel.RematchWaiting(head, facts.Draft.As ?? Party.Mentee, next, page)
            {
                // On the fixed date it is about the round, and for somebody new where intake is rolling about them; else about what brought them back.
                Again = facts.Draft.About != facts.RoundId && (facts.Draft.About != facts.Draft.To || facts.Scheme.Intake == Intake.Window),
                Reasons = reasons,
            },
            _ => null,
        };
        return mail is null ? null : mail with { Trouble = await facts.TroubleAsync(), ToTrain = await facts.ToTrainAsync() };
    }

    /// <summary>Mails may wait hours for their turn. Who waits no more is not told of waiting; to a mentor only an introduction makes a difference, never an offer.</summary>
    private static async ValueTask<bool> IsStillSoAsync(MailFacts facts) => facts.Draft switch
    {
        { To: null } => true,
        // Whoever withdrew was told that they hear no more.
        { Template: MailTemplates.RoundRun, To: { } mentor } => await facts.StateAsync(Stages.Mentors, mentor) is not MentorPlaces.Closed { To: null },
        { As: Party.Mentor, To: { } mentor } => await facts.StateAsync(Stages.Mentors, mentor) is MentorPlaces.Available { Places.Taken.Count: 0 },
        { To: { } mentee } => await facts.StateAsync(Stages.Mentees, mentee) is MenteeStanding.Waiting,
    };
}
