using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>What was said in an earlier round of whom not to meet holds in a later one too. Can be done again at any time.</summary>
public sealed class EarlierWishes(LedgerReader reader, SchemeShell shell)
{
    public async Task HoldAsync(string from, string to, IWaker waker, CancellationToken cancellation)
    {
        await RememberRefusedAsync(from, to, waker, cancellation);
        await KeepApartAsync(from, to, waker, cancellation);
    }

    /// <summary>Whom somebody declined or had before is not offered to them again, also where they have registered anew.</summary>
    private async Task RememberRefusedAsync(string from, string to, IWaker waker, CancellationToken cancellation)
    {
        await foreach (var (key, state) in reader.AllAsync(Stages.Mentees, from, cancellation))
        {
            if (MenteeStanding.HistoryOf(state) is not { Refused: { Count: > 0 } refused }
                || Registration.PersonOf(await reader.StateAsync(Stages.Registrations, from, key.Id, cancellation)) is not { } person
                || await reader.RowAsync<PersonIndex>(PersonIndex.Key(to, person), cancellation) is not { } index
                || MenteeStanding.HistoryOf(await reader.StateAsync(Stages.Mentees, to, index.Registration, cancellation)) is not { } there)
                continue;
            await shell.CarryOutAsync(to, new Request.ToMentee(index.Registration, new MenteeStanding.Command.Recall(there.Since, there.RoundsWaited, refused)), Actor.Clock, waker, cancellation);
        }
    }

    /// <summary>Whom the coordinator once kept apart stays apart, also where they have registered anew.</summary>
    private async Task KeepApartAsync(string from, string to, IWaker waker, CancellationToken cancellation)
    {
        await foreach (var (_, state) in reader.AllAsync(Stages.Registrations, from, cancellation))
        {
            if (Registration.KeptFromOf(state) is not { Count: > 0 } others
                || Registration.PersonOf(state) is not { } person
                || await reader.RowAsync<PersonIndex>(PersonIndex.Key(to, person), cancellation) is not { } index)
                continue;
            foreach (var other in others)
                await shell.CarryOutAsync(to, new Request.ToRegistration(index.Registration, new Registration.Command.Exclude(other, null)), Actor.Clock, waker, cancellation);
        }
    }
}
