using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>The buttons of a person's own page: withdraw, wait or not, pause and come back, training done.</summary>
public sealed class ChoicesDesk(OwnRegistrations registrations, OwnPage page, Leaving leaving, SchemeShell shell, Answers answers)
{
    private static readonly Rejection NoMentee = new("mentee-not-waiting", "You are not on the waiting list as a mentee.");
    private static readonly Rejection NoLongerMentee = new("mentee-not-waiting", "You are not registered as a mentee, or have withdrawn.");
    private static readonly Rejection NoMentor = new("mentor-not-in-pool", "You are not registered as a mentor, or have withdrawn.");

    public Task<IResult> WithdrawAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation) =>
        ChooseAsync(request, token, "withdrawn", (own, _) => leaving.WithdrawAsync(own, waker, cancellation), cancellation);

    public Task<IResult> StayAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation) =>
        ChooseAsync(request, token, "stays", async (own, reader) =>
        {
            var wish = reader.Choice("nextRound", "Your answer about the next round", ["yes", "no"], "Choose whether you stay on the list for the next round.");
            return reader.Errors.Count > 0 ? new Outcome.Done(Changed: false) : await AskAsync(own.MenteeAt, new MenteeStanding.Command.Stay(wish == "yes"), waker, cancellation);
        }, cancellation);

    public Task<IResult> LeaveAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation) =>
        ChooseAsync(request, token, "left", async (own, _) => own.MenteeAt is not { } at
            ? new Outcome.Refused(NoMentee)
            : await shell.CarryOutAsync(at.Round, Actor.Mentee, waker, async work =>
                // Whoever has a mentor ends the partnership on its own page, where they can say why.
                await work.StateAsync(Stages.Mentees, at.Id, cancellation) is MenteeStanding.Paired
                    ? NoMentee
                    : await work.AskAsync(new Request.ToMentee(at.Id, new MenteeStanding.Command.Leave()), cancellation), cancellation), cancellation);

    public Task<IResult> PauseAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation) =>
        ChooseAsync(request, token, "paused", (own, _) => AskAsync(own.MentorAt, new MentorPlaces.Command.Rest(), waker, cancellation), cancellation);

    /// <summary>Wherever they are a mentor: who was carried over in another role has two registrations.</summary>
    public Task<IResult> CompleteTrainingAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation) =>
        ChooseAsync(request, token, "trained", async (own, _) =>
        {
            Outcome outcome = new Outcome.Refused(NoMentor);
            foreach (var at in own.Stations.Where(station => station.Registration is Registration.Active { Entry.Mentor: not null }))
                outcome = await shell.CarryOutAsync(at.Round, new Request.ToRegistration(at.Id, new Registration.Command.CompleteTraining()), Actor.Mentor, waker, cancellation);
            return outcome;
        }, cancellation);

    /// <summary>Comes back in the role that the form names, else in each role that rests.</summary>
    public Task<IResult> RejoinAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation) =>
        ChooseAsync(request, token, "rejoined", async (own, reader) =>
        {
            var role = reader.Choice("role", "Your role", ["mentor", "mentee"], missing: null);
            if (reader.Errors.Count > 0)
                return new Outcome.Done(Changed: false);
            var asMentor = role == "mentor" || (role.Length == 0 && own.MentorAt is not null);
            var asMentee = role == "mentee" || (role.Length == 0 && (own.MenteeAt is { Mentee: not MenteeStanding.Finished } || !asMentor));
            if (asMentor && await AskAsync(own.MentorAt, new MentorPlaces.Command.Rejoin(), waker, cancellation) is Outcome.Refused refused)
                return refused;
            return asMentee ? await RejoinAsMenteeAsync(own, waker, cancellation) : new Outcome.Done(Changed: true);
        }, cancellation);

    /// <summary>Whoever is done with a mentor, or left the list, may come back; whoever withdrew, or is registered as a mentor alone by now, may not.</summary>
    private async Task<Outcome> RejoinAsMenteeAsync(OwnRegistration own, IWaker waker, CancellationToken cancellation) =>
        own is not { Home.Registration: Registration.Active, MenteeAt: { } at }
            ? new Outcome.Refused(NoLongerMentee)
            : await shell.CarryOutAsync(at.Round, Actor.Mentee, waker, async work =>
                await work.StateAsync(Stages.Registrations, at.Id, cancellation) is Registration.Active { Entry.Mentee: not null }
                    ? await work.AskAsync(new Request.ToMentee(at.Id, new MenteeStanding.Command.Rejoin(Round.IsRolling(await work.StateAsync(Stages.Rounds, at.Round, cancellation)))), cancellation)
                    : NoLongerMentee, cancellation);

    private async Task<IResult> ChooseAsync(HttpRequest request, string token, string notice, Func<OwnRegistration, FieldReader, Task<Outcome>> choose, CancellationToken cancellation)
    {
        var (own, fields, closed) = await registrations.OpenToChangeAsync(request, token, cancellation);
        if (own is null)
            return closed!;
        var reader = new FieldReader(fields);
        var outcome = await choose(own, reader);
        if (reader.Errors.Count > 0 && !Wants.Json(request))
            return await page.ShowAsync(request, own, new FormState(EntryFields.Of(own.Entry), reader.Errors), StatusCodes.Status422UnprocessableEntity, cancellation);
        if (reader.Errors.Count > 0)
            return new ProblemResult(Problem.Invalid(reader.Errors));
        if (outcome is Outcome.Refused refused)
            return answers.Refused(request, refused.Reason);
        // Mail programs that stop mails with one click follow no redirect (RFC 8058).
        if (!Wants.Json(request) && fields.First("List-Unsubscribe") is null)
            return OwnPage.After(own, notice);
        var (after, gone) = await registrations.OpenAsync(request, token, cancellation);
        return after is null ? gone! : await page.ShowAsync(request, after, cancellation);
    }

    private async Task<Outcome> AskAsync(Station? at, MenteeStanding.Command command, IWaker waker, CancellationToken cancellation) =>
        at is null ? new Outcome.Refused(NoMentee) : await shell.CarryOutAsync(at.Round, new Request.ToMentee(at.Id, command), Actor.Mentee, waker, cancellation);

    private async Task<Outcome> AskAsync(Station? at, MentorPlaces.Command command, IWaker waker, CancellationToken cancellation) =>
        at is null ? new Outcome.Refused(NoMentor) : await shell.CarryOutAsync(at.Round, new Request.ToMentor(at.Id, command), Actor.Mentor, waker, cancellation);
}
