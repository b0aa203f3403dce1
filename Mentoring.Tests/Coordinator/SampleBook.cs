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
        "2024", new Round.None(), Empty<Registration>(), Empty<MenteeStanding>(), Empty<MentorPlaces>(), Empty<Offer>(),
        ended.ToImmutableSortedDictionary(one => one.Pair.PartnershipId, Partnership (one) => one), reviews.ToImmutableSortedDictionary(one => one.Form.Id, Review (one) => one), [], []);

    public static Partnership.Ended Ended(string id, EndingReason reason, DateTimeOffset at) => new(
        new Pair(id, "offer-" + id, "2024", "mentor-" + id, "person-" + id, "mentee-" + id, 6), null, new Ending(reason, Actor.Mentee, at, null, MentorStays: true, MenteeAgain: false));

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary<string, T>.Empty;
}
