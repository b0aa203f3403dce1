using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Memberships;

/// <summary>Ends what runs with a person whose membership was not renewed in time. The partner is told that it ended, and not why.</summary>
public sealed class MembershipConsequences(Parting parting)
{
    /// <summary>The other goes on at once. Whoever lapsed stays too: the membership alone holds them back, and once it is in order they are matched again.</summary>
    private static readonly Partnership.Command.End End = new(EndingReason.Circumstances, Actor.Clock, Comment: null, MentorStays: true, MenteeAgain: true);

    /// <summary>Whether a mentor brought a partnership from an earlier round.</summary>
    public Task<bool> HasPartnerElsewhereAsync(Station station, CancellationToken cancellation) => parting.HasBroughtPartnerAsync(station, cancellation);

    /// <summary>Ends what a mentor brought from earlier rounds.</summary>
    public Task EndElsewhereAsync(Station station, IWaker waker, CancellationToken cancellation) => parting.FromBroughtAsync(station, End, waker, cancellation);

    /// <summary>Ends first what a mentor with much in hand has. Nobody new takes what becomes free on the way, because the membership holds them back.</summary>
    public Task EndOneByOneAsync(Station station, IWaker waker, CancellationToken cancellation) => parting.FromManyAsync(station, End, waker, cancellation);

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
