using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Takes a person out of the scheme, wherever they are in it.</summary>
public sealed class Leaving(SchemeShell shell, LedgerReader reader)
{
    /// <summary>What a mentor may have in hand and still leave in one transaction.</summary>
    public const int AtOnce = 2;

    private static readonly Partnership.Command.End EndForMentor = new(EndingReason.Circumstances, Actor.Mentor, Comment: null, MentorStays: false, MenteeAgain: true);

    /// <summary>Withdraws where anything still runs. Done in part and asked again, it goes on where it was.</summary>
    public async Task<Outcome> WithdrawAsync(OwnRegistration own, IWaker waker, CancellationToken cancellation)
    {
        await EndBroughtAsync(own.Stations, waker, cancellation);
        foreach (var station in own.Stations.Where(station => station != own.Home && station.IsLive))
            await WithdrawAsync(station, waker, cancellation);
        return await WithdrawAsync(own.Home, waker, cancellation);
    }

    /// <summary>Ends partnerships, and takes back offers, that a mentor brought from an earlier round: their rows lie there, out of reach of this round's transaction.</summary>
    public async Task EndBroughtAsync(IEnumerable<Station> stations, IWaker waker, CancellationToken cancellation)
    {
        foreach (var station in stations.Where(station => station.HasMentor))
        {
            var places = MentorPlaces.PlacesOf(station.Mentor)!;
            foreach (var offer in places.Held)
            {
                if (await reader.FindAsync(Stages.Offers, offer, cancellation) is var (round, _) && round != station.Round)
                    await shell.CarryOutAsync(round, new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable)), Actor.Mentor, waker, cancellation);
            }

            foreach (var partnership in places.Taken)
            {
                if (await reader.FindAsync(Stages.Partnerships, partnership, cancellation) is var (round, _) && round != station.Round)
                    await shell.CarryOutAsync(round, new Request.ToPartnership(partnership, EndForMentor), Actor.Mentor, waker, cancellation);
            }
        }
    }

    /// <summary>Of a mentor with much in hand, gives back one thing after the other: what follows from all of it at once does not fit one transaction.</summary>
    public async Task LightenAsync(Station station, IWaker waker, CancellationToken cancellation)
    {
        if (!station.HasMentor || MentorPlaces.PlacesOf(station.Mentor) is not { } places || places.Held.Count + places.Taken.Count <= AtOnce)
            return;
        // Resting first: nobody new takes what becomes free on the way.
        await shell.CarryOutAsync(station.Round, new Request.ToMentor(station.Id, new MentorPlaces.Command.Rest()), Actor.Mentor, waker, cancellation);
        foreach (var offer in places.Held)
            await shell.CarryOutAsync(station.Round, new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable)), Actor.Mentor, waker, cancellation);
        foreach (var partnership in places.Taken)
            await shell.CarryOutAsync(station.Round, new Request.ToPartnership(partnership, EndForMentor), Actor.Mentor, waker, cancellation);
    }

    private async Task<Outcome> WithdrawAsync(Station station, IWaker waker, CancellationToken cancellation)
    {
        await LightenAsync(station, waker, cancellation);
        return await shell.CarryOutAsync(station.Round, new Request.ToRegistration(station.Id, new Registration.Command.Withdraw()), Actor.Participant, waker, cancellation);
    }
}
