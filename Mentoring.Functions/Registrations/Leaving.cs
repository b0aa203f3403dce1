using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Takes a person out of the scheme, wherever they are in it.</summary>
public sealed class Leaving(SchemeShell shell, LedgerReader reader)
{
    /// <summary>Withdraws where anything still runs. Done in part and asked again, it goes on where it was.</summary>
    public async Task<Outcome> WithdrawAsync(OwnRegistration own, IWaker waker, CancellationToken cancellation)
    {
        await EndBroughtAsync(own.Stations, waker, cancellation);
        foreach (var station in own.Stations.Where(station => station != own.Home && station.IsLive))
            await WithdrawAsync(station, waker, cancellation);
        return await WithdrawAsync(own.Home, waker, cancellation);
    }

    /// <summary>Ends partnerships that a mentor brought from an earlier round: their rows lie there, out of reach of this round's transaction.</summary>
    public async Task EndBroughtAsync(IEnumerable<Station> stations, IWaker waker, CancellationToken cancellation)
    {
        var end = new Partnership.Command.End(EndingReason.Circumstances, Actor.Mentor, Comment: null, MentorStays: false, MenteeAgain: true);
        foreach (var station in stations.Where(station => station.HasMentor))
        {
            foreach (var partnership in MentorPlaces.PlacesOf(station.Mentor)!.Taken)
            {
                if (await reader.FindAsync(Stages.Partnerships, partnership, cancellation) is var (round, _) && round != station.Round)
                    await shell.CarryOutAsync(round, new Request.ToPartnership(partnership, end), Actor.Mentor, waker, cancellation);
            }
        }
    }

    private async Task<Outcome> WithdrawAsync(Station station, IWaker waker, CancellationToken cancellation) => await shell.CarryOutAsync(
        station.Round, new Request.ToRegistration(station.Id, new Registration.Command.Withdraw()), Actor.Participant, waker, cancellation);
}
