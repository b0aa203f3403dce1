using System.Security.Cryptography;
using System.Text;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>
/// Brings people from earlier rounds into a later one: before it is matched, mentees who asked to stay, mentors with room, and whoever
/// registered there anew; once it was matched, whoever becomes free or comes back to the list in an earlier one. A round without a deadline
/// is later than all others, and earlier than all once the settings want deadlines: then whoever waits there comes along.
/// </summary>
/// <remarks>
/// Two transactions a person, in two partitions: first they leave the earlier round, with a note that they are on their way, then they
/// arrive in the later one and the note goes. Nobody is ever in both; killed between the two, the sweep lets them arrive.
/// Whether a mentor comes along depends on their partnerships alone: an offer that waits for an answer comes along, and nobody can tell.
/// </remarks>
public sealed class CarryingOver(ILedger ledger, LedgerReader reader, SchemeShell shell, EarlierWishes wishes, IIdentifiers identifiers, Scheme scheme, TimeProvider time)
{
    /// <summary>Before a round is matched: so many people at most, because one piece of work has its time. Who was brought is not met again.</summary>
    /// <returns>True where more may be left to bring.</returns>
    public async Task<bool> IntoAsync(string round, int most, IWaker waker, CancellationToken cancellation)
    {
        var left = most;
        var earlier = (await ledger.PartitionsAsync(cancellation)).Where(other => other != round).ToList();
        foreach (var from in earlier)
        {
            await foreach (var note in ledger.ListAsync(from, CarryNote.Kind, cancellation))
                await ArriveAsync(note, waker, cancellation);
            var state = await reader.StateAsync(Stages.Rounds, from, from, cancellation);
            var isLeft = Round.IsRolling(state) && !IsRolling;
            if (!isLeft && state is not Round.Announced)
                continue;
            await foreach (var (key, standing) in reader.AllAsync(Stages.Mentees, from, cancellation))
            {
                if (standing is MenteeStanding.Waiting or MenteeStanding.Resting
                    && await CarryMenteeAsync(from, round, key.Id, anyway: standing is MenteeStanding.Waiting waiting && (isLeft || waiting.History.StaysForNextRound), rounds: 1, template: null, waker, cancellation)
                    && --left == 0)
                    return true;
            }

            left -= await CarryMentorsAsync(from, round, left, waker, cancellation);
            if (left == 0)
                return true;
        }

        foreach (var from in earlier)
            await wishes.HoldAsync(from, round, waker, cancellation);
        return false;
    }

    /// <summary>The round that has taken over from this one: the latest of those that were matched after it, or take people at any time. Null where this is the latest.</summary>
    public async ValueTask<string?> LaterAsync(RoundPlan plan, CancellationToken cancellation)
    {
        var (now, later) = (time.GetUtcNow(), new List<RoundPlan>());
        await foreach (var (_, state) in reader.AllAsync(Stages.Rounds, round: null, cancellation))
        {
            if (Round.PlanOf(state) is { } other && Place(other) > Place(plan) && HasTakenOver(state, other, now))
                later.Add(other);
        }

        return later.MaxBy(Place)?.Id;
    }

    /// <summary>Once a later round was matched: mentors with room, and the mentees who came back to this round's list.</summary>
    /// <param name="back">With the mail for whoever is not matched there either.</param>
    public async Task OnAsync(string from, string later, IReadOnlyDictionary<string, string?> back, IWaker waker, CancellationToken cancellation)
    {
        await CarryMentorsAsync(from, later, int.MaxValue, waker, cancellation);
        foreach (var (mentee, template) in back)
            await CarryMenteeAsync(from, later, mentee, anyway: true, rounds: 0, template, waker, cancellation);
    }

    /// <summary>Lets somebody who left arrive, however often it is asked.</summary>
    public async Task ArriveAsync(LedgerRow row, IWaker waker, CancellationToken cancellation)
    {
        var (from, id, note) = (row.Key.Partition, CarryNote.RegistrationOf(row.Key.Id), row.As<CarryNote>());
        var (round, target) = (note.To.Round, note.To.Registration);
        if (await reader.StateAsync(Stages.Registrations, from, id, cancellation) is Registration.Active active)
        {
            var state = await reader.StateAsync(Stages.Rounds, round, round, cancellation);
            var mayMatch = Round.PlanOf(state) is { } plan && HasTakenOver(state, plan, time.GetUtcNow());
            await shell.CarryOutAsync(round, Actor.Clock, waker, async work =>
            {
                await BringAsync(work, target, active, cancellation);
                if (mayMatch)
                    await work.AskAsync(new Request.Rematch(target, note.Waited is null ? null : target, note.Template), cancellation);
                return await work.AskAsync(note.Waited is { } waited
                    ? new Request.ToMentee(target, new MenteeStanding.Command.Recall(waited.Since, waited.RoundsWaited, waited.Refused))
                    : new Request.ToMentor(target, await OpenAsync(work, from, id, target, cancellation)), cancellation);
            }, cancellation);
        }

        if (await ledger.ReadAsync(row.Key, cancellation) is { } still)
            await ledger.CommitAsync(new LedgerChange(from, identifiers.NewId(time.GetUtcNow()), [new RowWrite.Delete(still.Key, still.Version)], []), cancellation);
    }

    private bool IsRolling => scheme.Intake == Intake.Rolling;

    private bool HasTakenOver(Round state, RoundPlan plan, DateTimeOffset now) => state is Round.Matched or Round.Announced || (plan.IsRolling && IsRolling && plan.Opens.HasPassed(now));

    /// <summary>In the order of rounds.</summary>
    private DateTimeOffset Place(RoundPlan plan) => plan.IsRolling && !IsRolling ? DateTimeOffset.MinValue : plan.Deadline.Instant;

    /// <summary>Answers how many came along.</summary>
    private async Task<int> CarryMentorsAsync(string from, string to, int most, IWaker waker, CancellationToken cancellation)
    {
        var came = 0;
        await foreach (var (key, state) in reader.AllAsync(Stages.Mentors, from, cancellation))
        {
            if (state is MentorPlaces.Available or MentorPlaces.Resting
                && await CarryMentorAsync(from, to, key.Id, anyway: state is MentorPlaces.Available { Places: { HasRoom: true } }, waker, cancellation)
                && ++came == most)
                break;
        }

        return came;
    }

    /// <param name="anyway">Also who has not registered for the later round.</param>
    /// <param name="rounds">That they have waited in vain.</param>
    private Task<bool> CarryMenteeAsync(string from, string to, string id, bool anyway, int rounds, string? template, IWaker waker, CancellationToken cancellation) =>
        CarryAsync(from, to, id, anyway, entry => entry.Mentee is not null, async (work, forward) =>
        {
            var standing = await work.StateAsync(Stages.Mentees, id, cancellation);
            if (standing is not (MenteeStanding.Waiting or MenteeStanding.Resting))
                return null;
            var history = MenteeStanding.HistoryOf(standing)!;
            return (CarryNote.IdOfMentee(id), new CarryNote(forward, history with { RoundsWaited = history.RoundsWaited + rounds }, template), new Request.ToMentee(id, new MenteeStanding.Command.Carry(forward)));
        }, waker, cancellation);

    private Task<bool> CarryMentorAsync(string from, string to, string id, bool anyway, IWaker waker, CancellationToken cancellation) =>
        CarryAsync(from, to, id, anyway, entry => entry.Mentor is not null, async (work, forward) =>
            await work.StateAsync(Stages.Mentors, id, cancellation) is MentorPlaces.Available or MentorPlaces.Resting
                ? (CarryNote.IdOfMentor(id), new CarryNote(forward, Waited: null, Template: null), new Request.ToMentor(id, new MentorPlaces.Command.Carry(forward)))
                : null, waker, cancellation);

    /// <summary>False where they stay.</summary>
    private async Task<bool> CarryAsync(
        string from, string to, string id, bool anyway, Func<Entry, bool> plays, Func<Transaction, Forward, Task<(string NoteId, CarryNote Note, Request Leave)?>> leave, IWaker waker, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Registrations, from, id, cancellation) is not Registration.Active active
            || await TargetAsync(to, id, active, anyway, plays, cancellation) is not { } target)
            return false;
        var note = "";
        var gone = await shell.CarryOutAsync(from, Actor.Clock, waker, async work =>
        {
            if (await leave(work, new Forward(to, target)) is not var (noteId, content, request))
                return null;
            work.Write(new RowWrite.Insert(work.Key(CarryNote.Kind, note = noteId), LedgerJson.Write(content), time.GetUtcNow()));
            return await work.AskAsync(request, cancellation);
        }, cancellation);
        if (gone is not Outcome.Done { Changed: true })
            return false;
        if (await ledger.ReadAsync(new RowKey(from, CarryNote.Kind, note), cancellation) is { } row)
            await ArriveAsync(row, waker, cancellation);
        return true;
    }

    /// <summary>
    /// The person's registration in the later round: their own where they made one, else one made from the old. Null where they are not to
    /// come along: they did not ask for it, or their own registration says otherwise.
    /// </summary>
    private async ValueTask<string?> TargetAsync(string round, string id, Registration.Active active, bool anyway, Func<Entry, bool> plays, CancellationToken cancellation)
    {
        if (await reader.RowAsync<PersonIndex>(PersonIndex.Key(round, active.Person), cancellation) is not { } index)
            return anyway ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{round}/{id}")))[..32] : null;
        return await reader.StateAsync(Stages.Registrations, round, index.Registration, cancellation) is Registration.Active there && plays(there.Entry) ? index.Registration : null;
    }

    private async ValueTask BringAsync(Transaction work, string id, Registration.Active active, CancellationToken cancellation)
    {
        await work.AskAsync(new Request.ToRegistration(id, new Registration.Command.Bring(active.Entry, active.ReceivedAt, active.Membership)), cancellation);
        foreach (var other in Registration.KeptFromOf(active))
            await work.AskAsync(new Request.ToRegistration(id, new Registration.Command.Exclude(other, null)), cancellation);
        var index = PersonIndex.Key(work.Partition, active.Person);
        if (await ledger.ReadAsync(index, cancellation) is null)
            work.Write(new RowWrite.Insert(index, new PersonIndex(id).Json));
    }

    /// <summary>The capacity is that of the later round, where they gave one there. What became free or was accepted since they left is known here already.</summary>
    private async ValueTask<MentorPlaces.Command.Open> OpenAsync(Transaction work, string from, string id, string target, CancellationToken cancellation)
    {
        var places = MentorPlaces.PlacesOf(await reader.StateAsync(Stages.Mentors, from, id, cancellation))!;
        var capacity = MentorPlaces.PlacesOf(await work.StateAsync(Stages.Mentors, target, cancellation))?.Capacity ?? places.Capacity;
        return new MentorPlaces.Command.Open(capacity, places.Taken, places.Held);
    }
}
