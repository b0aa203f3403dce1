using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Parts a mentor from what they have in hand, one thing after the other: offers that wait are taken back, partnerships end.</summary>
public sealed class Parting(SchemeShell shell, LedgerReader reader)
{
    /// <summary>What a mentor may have in hand and still give back in one transaction.</summary>
    private const int AtOnce = 2;

    /// <summary>From what they brought from an earlier round: its rows lie there, out of reach of this round's transaction.</summary>
    public async Task FromBroughtAsync(Station station, Partnership.Command.End end, IWaker waker, CancellationToken cancellation)
    {
        if (!station.HasMentor)
            return;
        var places = MentorPlaces.PlacesOf(station.Mentor)!;
        foreach (var offer in places.Held)
        {
            if (await reader.FindAsync(Stages.Offers, offer, cancellation) is var (round, _) && round != station.Round)
                await TakeBackAsync(round, offer, end, waker, cancellation);
        }

        foreach (var partnership in places.Taken)
        {
            if (await reader.FindAsync(Stages.Partnerships, partnership, cancellation) is var (round, _) && round != station.Round)
                await EndAsync(round, partnership, end, waker, cancellation);
        }
    }

    /// <summary>Whether a partnership came along from an earlier round.</summary>
    public async Task<bool> HasBroughtPartnerAsync(Station station, CancellationToken cancellation)
    {
        foreach (var partnership in station.HasMentor ? MentorPlaces.PlacesOf(station.Mentor)!.Taken : [])
        {
            if (await reader.FindAsync(Stages.Partnerships, partnership, cancellation) is var (round, _) && round != station.Round)
                return true;
        }

        return false;
    }

    /// <summary>From all of it where it is much: what follows from all of it at once does not fit one transaction.</summary>
    public async Task FromManyAsync(Station station, Partnership.Command.End end, IWaker waker, CancellationToken cancellation)
    {
        if (!HasMany(station))
            return;
        var places = MentorPlaces.PlacesOf(station.Mentor)!;
        foreach (var offer in places.Held)
            await TakeBackAsync(station.Round, offer, end, waker, cancellation);
        foreach (var partnership in places.Taken)
            await EndAsync(station.Round, partnership, end, waker, cancellation);
    }

    public static bool HasMany(Station station) => station.HasMentor && MentorPlaces.PlacesOf(station.Mentor) is { } places && places.Held.Count + places.Taken.Count > AtOnce;

    private async Task TakeBackAsync(string round, string offer, Partnership.Command.End end, IWaker waker, CancellationToken cancellation) =>
        await shell.CarryOutAsync(round, new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable)), end.By, waker, cancellation);

    private async Task EndAsync(string round, string partnership, Partnership.Command.End end, IWaker waker, CancellationToken cancellation) =>
        await shell.CarryOutAsync(round, new Request.ToPartnership(partnership, end), end.By, waker, cancellation);
}
