using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>
/// Erases the people of rounds that are past, by the same way as somebody who asks for it. A round that never closes is never past; in it
/// each person's time counts from the last thing that concerned them.
/// </summary>
public sealed class PastPeople(ILedger ledger, LedgerReader reader, PastRounds rounds, Erasure erasure)
{
    /// <param name="atMost">No more are erased; whoever is left is next time's.</param>
    /// <returns>How many were erased.</returns>
    public async Task<int> EraseAsync(int atMost, IWaker waker, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var round in await ledger.PartitionsAsync(cancellation))
        {
            var isRolling = await rounds.PlanAsync(round, cancellation) is { IsRolling: true };
            if (!isRolling && !await rounds.IsPastAsync(round, cancellation))
                continue;
            var people = await PeopleAsync(round, cancellation);
            if (people.Count == 0)
                continue;
            var records = await HeldRecords.OfRoundAsync(reader, round, cancellation);
            foreach (var (id, person) in people)
            {
                if (erased == atMost)
                    return erased;
                var station = await Station.ReadAsync(reader, round, id, cancellation);
                var held = HeldRecords.Of(records[id]);
                if (isRolling ? station.IsLive || !rounds.IsPast(SinceOf(station.Registration), held) : IsNeeded(station))
                    continue;
                await erasure.EraseAsync(station, person, held, Actor.Clock, waker, cancellation);
                erased++;
            }
        }

        return erased;
    }

    /// <summary>A partnership that a mentor brought from an earlier round still runs; or somebody asked to stay for the next round, which has not come.</summary>
    private static bool IsNeeded(Station station) =>
        (station.HasMentor && MentorPlaces.PlacesOf(station.Mentor) is { Taken.Count: > 0 })
        || (station.HasMentee && MenteeStanding.HistoryOf(station.Mentee) is { StaysForNextRound: true });

    private static DateTimeOffset SinceOf(Registration registration) => registration switch
    {
        Registration.Active active => active.ReceivedAt,
        Registration.Withdrawn withdrawn => withdrawn.WithdrawnAt,
        _ => DateTimeOffset.MaxValue,
    };

    /// <summary>Registrations that are not erased, with whose they are.</summary>
    private async Task<IReadOnlyList<(string Id, string Person)>> PeopleAsync(string round, CancellationToken cancellation)
    {
        var people = new List<(string, string)>();
        await foreach (var (key, registration) in reader.AllAsync(Stages.Registrations, round, cancellation))
        {
            if ((registration as Registration.Active)?.Person is { } active)
                people.Add((key.Id, active));
            else if ((registration as Registration.Withdrawn)?.Person is { } withdrawn)
                people.Add((key.Id, withdrawn));
        }

        return people;
    }
}
