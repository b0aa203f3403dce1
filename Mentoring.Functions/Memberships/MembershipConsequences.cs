using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Memberships;

/// <summary>Ends what runs with a person whose membership was not renewed in time. The partner is told that it ended, and not why.</summary>
public sealed class MembershipConsequences(SchemeShell shell, LedgerReader reader)
{
    /// <summary>The other goes on at once. Whoever lapsed stays too: the membership alone holds them back, and once it is in order they are matched again.</summary>
    private static readonly Partnership.Command.End End = new(EndingReason.Circumstances, Actor.Clock, Comment: null, MentorStays: true, MenteeAgain: true);

    /// <summary>Ends partnerships, and takes back offers, that a mentor brought from earlier rounds: their rows lie there, out of reach of this round's transaction.</summary>
    public async Task EndElsewhereAsync(Station station, IWaker waker, CancellationToken cancellation)
    {
        var places = MentorPlaces.PlacesOf(station.Mentor);
        foreach (var offer in places?.Held ?? [])
        {
            if (await reader.FindAsync(Stages.Offers, offer, cancellation) is var (round, _) && round != station.Round)
                await shell.CarryOutAsync(round, new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable)), Actor.Clock, waker, cancellation);
        }

        foreach (var partnership in places?.Taken ?? [])
        {
            if (await reader.FindAsync(Stages.Partnerships, partnership, cancellation) is var (round, _) && round != station.Round)
                await shell.CarryOutAsync(round, new Request.ToPartnership(partnership, End), Actor.Clock, waker, cancellation);
        }
    }

    /// <summary>Of a mentor with much in hand: what follows from all of it at once does not fit one transaction. Nobody new takes what becomes free on the way, because the membership holds them back.</summary>
    public async Task EndOneByOneAsync(Station station, IWaker waker, CancellationToken cancellation)
    {
        if (MentorPlaces.PlacesOf(station.Mentor) is not { } places || places.Held.Count + places.Taken.Count <= Leaving.AtOnce)
            return;
        foreach (var offer in places.Held)
            await shell.CarryOutAsync(station.Round, new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable)), Actor.Clock, waker, cancellation);
        foreach (var partnership in places.Taken)
            await shell.CarryOutAsync(station.Round, new Request.ToPartnership(partnership, End), Actor.Clock, waker, cancellation);
    }

    /// <summary>Ends partnerships and takes back offers in the person's own round, in the transaction that says that the period of grace is over.</summary>
    public static async ValueTask<Rejection?> EndHereAsync(Transaction work, string id, CancellationToken cancellation)
    {
        foreach (var request in await HereAsync(work, id, cancellation))
        {
            if (await work.AskAsync(request, cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static async ValueTask<IReadOnlyList<Request>> HereAsync(Transaction work, string id, CancellationToken cancellation)
    {
        var requests = new List<Request>();
        switch (await work.StateAsync(Stages.Mentees, id, cancellation))
        {
            case MenteeStanding.Offered offered:
                requests.Add(new Request.ToOffer(offered.OfferId, new Offer.Command.Withdraw(WithdrawalReason.MenteeLeft)));
                break;
            case MenteeStanding.Paired paired:
                requests.Add(new Request.ToPartnership(paired.PartnershipId, End));
                break;
        }

        if (MentorPlaces.PlacesOf(await work.StateAsync(Stages.Mentors, id, cancellation)) is not { } places)
            return requests;
        requests.AddRange(places.Held.Select(offer => new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable))));
        foreach (var partnership in places.Taken)
        {
            if (await work.StateAsync(Stages.Partnerships, partnership, cancellation) is not Partnership.None)
                requests.Add(new Request.ToPartnership(partnership, End));
        }

        return requests;
    }
}
