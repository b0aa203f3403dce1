using System.Collections.Immutable;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator;

namespace Mentoring.Tests.Coordinator;

/// <summary>A round of which only what came of it is known.</summary>
internal static class SampleBook
{
    public static RoundBook Of(IEnumerable<Partnership.Ended> ended, IEnumerable<Review.Answered> reviews) => new(
        "2024", new Round.None(), Empty<Registration>(), Empty<MenteeStanding>(), Empty<MentorPlaces>(), Empty<Offer>(), Empty<Core.Agreements.Agreement>(),
        ended.ToImmutableSortedDictionary(one => one.Pair.PartnershipId, Partnership (one) => one), reviews.ToImmutableSortedDictionary(one => one.Form.Id, Review (one) => one), [], []);

    /// <param name="accepted">So many were, and each has begun a partnership.</param>
    public static RoundBook Answered(int accepted, int declined, DateTimeOffset at)
    {
        var offers = Enumerable.Range(0, accepted + declined).Select(number => Terms($"{number:D2}", at))
            .Select((terms, number) => number < accepted ? new Offer.Accepted(terms, at, "partnership-" + terms.OfferId) : (Offer)new Offer.Declined(terms, at, null));
        return Of(Enumerable.Range(0, accepted).Select(number => Ended($"{number:D2}", EndingReason.Completed, at)), []) with
        {
            Offers = offers.ToImmutableSortedDictionary(offer => Offer.TermsOf(offer)!.OfferId, offer => offer),
        };
    }

    public static Partnership.Ended Ended(string id, EndingReason reason, DateTimeOffset at) => new(
        new Pair(id, "offer-" + id, "2024", "mentor-" + id, "person-" + id, "mentee-" + id, 6), null, new Ending(reason, Actor.Mentee, at, null, MentorStays: true, MenteeAgain: false));

    private static OfferTerms Terms(string id, DateTimeOffset at) => new("offer-" + id, "2024", "mentee-" + id, "mentor-" + id, "person-" + id, 100, [], 6, at, ByHand: false);

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary<string, T>.Empty;
}
