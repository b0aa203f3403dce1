using System.Security.Cryptography;
using System.Text;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Brings into a round whoever waits from earlier ones: mentees who asked to stay, and mentors with a free place; and whoever is to be kept apart.</summary>
/// <remarks>
/// Two transactions a person, in two partitions: first they stand in the new round, then the old one points there. Killed between
/// the two, the next try finds the first done. Whoever registered for the new round themselves only brings their waiting with them.
/// </remarks>
public sealed class CarryingOver(ILedger ledger, LedgerReader reader, SchemeShell shell)
{
    public async Task IntoAsync(string round, IWaker waker, CancellationToken cancellation)
    {
        foreach (var earlier in await ledger.PartitionsAsync(cancellation))
        {
            if (earlier == round || await reader.StateAsync(Stages.Rounds, earlier, earlier, cancellation) is not Round.Announced)
                continue;
            await foreach (var (key, state) in reader.AllAsync(Stages.Mentees, earlier, cancellation))
            {
                if (state is MenteeStanding.Waiting { History: { StaysForNextRound: true } history })
                    await CarryMenteeAsync(earlier, round, key.Id, history, waker, cancellation);
            }

            await foreach (var (key, state) in reader.AllAsync(Stages.Mentors, earlier, cancellation))
            {
                if (state is MentorPlaces.Available { Places: { Free: > 0 } places })
                    await CarryMentorAsync(earlier, round, key.Id, places, waker, cancellation);
            }
        }

        foreach (var earlier in await ledger.PartitionsAsync(cancellation))
        {
            if (earlier != round)
                await KeepApartAsync(earlier, round, waker, cancellation);
        }
    }

    /// <summary>Whom the coordinator once kept apart stays apart, also where they have registered anew.</summary>
    private async Task KeepApartAsync(string from, string to, IWaker waker, CancellationToken cancellation)
    {
        await foreach (var (_, state) in reader.AllAsync(Stages.Registrations, from, cancellation))
        {
            if (Registration.KeptFromOf(state) is not { Count: > 0 } others || await reader.RowAsync<PersonIndex>(PersonIndex.Key(to, PersonOf(state)), cancellation) is not { } index)
                continue;
            foreach (var other in others)
                await shell.CarryOutAsync(to, new Request.ToRegistration(index.Registration, new Registration.Command.Exclude(other, null)), Actor.Clock, waker, cancellation);
        }
    }

    private static string PersonOf(Registration state) => state switch
    {
        Registration.Active active => active.Person,
        Registration.Withdrawn withdrawn => withdrawn.Person,
        _ => "",
    };

    private async Task CarryMenteeAsync(string from, string to, string id, WaitingHistory history, IWaker waker, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Registrations, from, id, cancellation) is not Registration.Active active)
            return;
        var target = await TargetAsync(to, id, active, cancellation);
        await shell.CarryOutAsync(to, Actor.Clock, waker, async work =>
        {
            await BringAsync(work, target, active, cancellation);
            return await work.AskAsync(new Request.ToMentee(target, new MenteeStanding.Command.Recall(history.Since, history.RoundsWaited + 1, history.Refused)), cancellation);
        }, cancellation);
        await shell.CarryOutAsync(from, new Request.ToMentee(id, new MenteeStanding.Command.Carry(new Forward(to, target))), Actor.Clock, waker, cancellation);
    }

    private async Task CarryMentorAsync(string from, string to, string id, Places places, IWaker waker, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Registrations, from, id, cancellation) is not Registration.Active active)
            return;
        var target = await TargetAsync(to, id, active, cancellation);
        await shell.CarryOutAsync(to, Actor.Clock, waker, async work =>
        {
            await BringAsync(work, target, active, cancellation);
            var capacity = MentorPlaces.PlacesOf(await work.StateAsync(Stages.Mentors, target, cancellation))?.Capacity ?? places.Capacity;
            return await work.AskAsync(new Request.ToMentor(target, new MentorPlaces.Command.Open(capacity, places.Taken)), cancellation);
        }, cancellation);
        await shell.CarryOutAsync(from, new Request.ToMentor(id, new MentorPlaces.Command.Carry(new Forward(to, target))), Actor.Clock, waker, cancellation);
    }

    /// <summary>The person's registration in the new round: their own where they made one, else one made from the old.</summary>
    private async ValueTask<string> TargetAsync(string round, string id, Registration.Active active, CancellationToken cancellation) =>
        (await reader.RowAsync<PersonIndex>(PersonIndex.Key(round, active.Person), cancellation))?.Registration
            ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{round}/{id}")))[..32];

    private async ValueTask BringAsync(Transaction work, string id, Registration.Active active, CancellationToken cancellation)
    {
        await work.AskAsync(new Request.ToRegistration(id, new Registration.Command.Bring(active.Entry, active.ReceivedAt, active.Membership)), cancellation);
        var index = PersonIndex.Key(work.Partition, active.Person);
        if (await ledger.ReadAsync(index, cancellation) is null)
            work.Write(new RowWrite.Insert(index, new PersonIndex(id).Json));
    }
}
