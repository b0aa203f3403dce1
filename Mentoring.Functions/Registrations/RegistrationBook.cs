using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Enters checked forms into a round: a new person's is a registration, a known person's amends the one they have.</summary>
public sealed class RegistrationBook(SchemeShell shell, Leaving leaving, ILedger ledger, LedgerReader reader, Scheme scheme, IIdentifiers identifiers)
{
    private static readonly Rejection OtherContent = new(
        "submission-conflict", "This form was sent before with other answers. Please open the form anew and send it once more, or change your registration by the link in our email.");

    private static readonly Rejection HasLeft = new(
        "registration-withdrawn", "This person has withdrawn, and no file brings them back. They can come back themselves until the deadline, by the form or on their own page.");

    /// <param name="received">When the form reached us: the window is judged by it.</param>
    /// <param name="found">What the association's records said of the person; null where nobody was asked.</param>
    /// <returns>The receipt counts only where the outcome is done.</returns>
    public async ValueTask<(Outcome Outcome, RegistrationReceipt Receipt)> EnterAsync(
        RoundPlan round, FormResult.Valid form, DateTimeOffset received, Membership? found, Actor by, IWaker waker, CancellationToken cancellation)
    {
        // All ids of a round bear its opening as their time, so that the answer does not tell since when a person is registered.
        var fresh = identifiers.NewId(round.Opens.Instant);
        var registration = fresh;
        var window = round.Window(scheme);

        // Most people are new and in time. Who is not loses the first try by the rows that they have, and is looked for in the second.
        var looksNew = window.Refusal(received) is null;
        var outcome = await shell.CarryOutAsync(round.Id, by, waker, async work =>
        {
            var submission = Submission.Key(round.Id, form.SubmissionId);
            if (!looksNew && form.HasOwnId && await reader.RowAsync<Submission>(submission, cancellation) is { } before)
            {
                registration = before.Registration;
                return before.Content == form.ContentHash ? null : OtherContent;
            }

            var person = PersonIndex.Key(round.Id, form.Entry.Email.Person);
            var known = looksNew ? null : await ledger.ReadAsync(person, cancellation);
            looksNew = false;
            if (known is null)
                work.Name(fresh);
            registration = known is null ? fresh : known.As<PersonIndex>().Registration;
            var entry = known is null || by != Actor.Coordinator ? form.Entry : await OfFileAsync(work, registration, form.Entry, cancellation);
            if (entry is null)
                return HasLeft;
            var rests = false;
            if (known is not null && window.Refusal(received) is null)
            {
                var station = await Station.ReadAsync(reader, round.Id, registration, cancellation);
                (entry, rests) = WithWhatRuns(entry, station);
                // The offers of a mentor of many do not fit beside the form: they are taken back first, before this transaction reads any of it.
                if (entry.Mentor is null)
                    await leaving.LightenAsync(station, waker, cancellation);
            }

            var submit = new Registration.Command.Submit(entry, window, received, found);
            if (await work.AskAsync(new Request.ToRegistration(registration, submit), cancellation) is { } refusal)
                return refusal;
            if (rests && await work.AskAsync(new Request.ToMentor(registration, new MentorPlaces.Command.Rest()), cancellation) is { } busy)
                return busy;
            if (known is not null && await OffersApart.WithdrawAsync(work, registration, cancellation) is { } offered)
                return offered;
            if (by == Actor.Participant && await BackAsync(work, registration, round.IsRolling, cancellation) is { } no)
                return no;
            if (round.Deadline.HasPassed(work.Now) && await LookAsync(work, registration, cancellation) is { } late)
                return late;
            work.Write(known is null ? new RowWrite.Insert(person, new PersonIndex(registration).Json) : new RowWrite.Expect(person, known.Version));
            if (form.HasOwnId)
                work.Write(new RowWrite.Insert(submission, new Submission(registration, form.ContentHash).Json));
            return null;
        }, cancellation);
        return (outcome, new RegistrationReceipt(registration, round.Id));
    }

    /// <summary>
    /// Whoever registers anew in another role does not say that a partnership of theirs is to end: the form does not show what they registered before.
    /// The role in which they have a partner stays with it; a mentor then gets nobody new. On their own page, which shows the role, giving it up ends what runs.
    /// </summary>
    private static (Entry Entry, bool Rests) WithWhatRuns(Entry entry, Station station)
    {
        if (station.Registration is not Registration.Active { Entry: var before })
            return (entry, false);
        var mentors = entry.Mentor is null && before.Mentor is not null && station.HasMentor && MentorPlaces.PlacesOf(station.Mentor) is { Taken.Count: > 0 };
        var learns = entry.Mentee is null && station.Mentee is MenteeStanding.Paired;
        return (entry with { Mentor = mentors ? before.Mentor : entry.Mentor, Mentee = learns ? before.Mentee : entry.Mentee }, mentors);
    }

    /// <summary>What a file says of somebody who is known: null where they have withdrawn since. An address that was corrected since stays so.</summary>
    private static async ValueTask<Entry?> OfFileAsync(Transaction work, string registration, Entry entry, CancellationToken cancellation) =>
        await work.StateAsync(Stages.Registrations, registration, cancellation) switch
        {
            Registration.Withdrawn { TurnedAway: null } => null,
            Registration.Active active => entry with { Email = active.Entry.Email },
            _ => entry,
        };

    /// <summary>What came in time may be entered late, such as a file that is imported after the round has run: then it is looked at as soon as the round's own matching is told.</summary>
    private static async ValueTask<Rejection?> LookAsync(Transaction work, string registration, CancellationToken cancellation)
    {
        var state = await work.StateAsync(Stages.Rounds, work.Partition, cancellation);
        if (Round.IsBeforeMatching(state))
            return null;
        var isMentee = await work.StateAsync(Stages.Mentees, registration, cancellation) is MenteeStanding.Waiting;
        // While the pool is being read nobody knows whether it has them, and so who tells them.
        return await work.AskAsync(new Request.Rematch(registration, isMentee && state is not Round.Closed ? registration : null, MailTemplates.RoundUnmatched), cancellation);
    }

    /// <summary>Whoever sends the form again after a mentor, or after leaving the list, would like to wait again. A change on one's own page, or a file of the coordinator's, says no such thing.</summary>
    private static async ValueTask<Rejection?> BackAsync(Transaction work, string registration, bool isRolling, CancellationToken cancellation) =>
        await work.StateAsync(Stages.Registrations, registration, cancellation) is Registration.Active { Entry.Mentee: not null }
        && await work.StateAsync(Stages.Mentees, registration, cancellation) is MenteeStanding.Finished or MenteeStanding.Resting
            ? await work.AskAsync(new Request.ToMentee(registration, new MenteeStanding.Command.Rejoin(isRolling)), cancellation)
            : null;

    /// <summary>Whether this very form was taken before: then it gets the same answer, whatever has changed since.</summary>
    public async ValueTask<bool> WasTakenAsync(RoundPlan round, FormResult.Valid form, CancellationToken cancellation) =>
        form.HasOwnId && await reader.RowAsync<Submission>(Submission.Key(round.Id, form.SubmissionId), cancellation) is not null;
}
