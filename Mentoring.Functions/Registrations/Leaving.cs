using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Takes a person out of the scheme, wherever they are in it.</summary>
public sealed class Leaving(SchemeShell shell, Parting parting)
{
    private static readonly Partnership.Command.End EndForMentor = new(EndingReason.Circumstances, Actor.Mentor, Comment: null, MentorStays: false, MenteeAgain: true);

    /// <summary>Withdraws where anything still runs, and tells it once. Done in part and asked again, it goes on where it was.</summary>
    public async Task<Outcome> WithdrawAsync(OwnRegistration own, IWaker waker, CancellationToken cancellation)
    {
        await EndBroughtAsync(own.Stations, waker, cancellation);
        foreach (var station in own.Stations.Where(station => station != own.Home && station.IsLive))
            await WithdrawAsync(station, tell: false, waker, cancellation);
        return await WithdrawAsync(own.Home, tell: true, waker, cancellation);
    }

    /// <summary>Ends what a mentor brought from an earlier round.</summary>
    public async Task EndBroughtAsync(IEnumerable<Station> stations, IWaker waker, CancellationToken cancellation)
    {
        foreach (var station in stations)
            await parting.FromBroughtAsync(station, EndForMentor, waker, cancellation);
    }

    /// <summary>Ends first what a mentor with much in hand has. They rest before: nobody new takes what becomes free on the way.</summary>
    public async Task LightenAsync(Station station, IWaker waker, CancellationToken cancellation)
    {
        if (!Parting.HasMany(station))
            return;
        await shell.CarryOutAsync(station.Round, new Request.ToMentor(station.Id, new MentorPlaces.Command.Rest()), Actor.Mentor, waker, cancellation);
        await parting.FromManyAsync(station, EndForMentor, waker, cancellation);
    }

    private async Task<Outcome> WithdrawAsync(Station station, bool tell, IWaker waker, CancellationToken cancellation)
    {
        await LightenAsync(station, waker, cancellation);
        return await shell.CarryOutAsync(station.Round, new Request.ToRegistration(station.Id, new Registration.Command.Withdraw(tell)), Actor.Participant, waker, cancellation);
    }
}
