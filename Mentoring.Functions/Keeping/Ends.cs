using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;

namespace Mentoring.Functions.Keeping;

/// <summary>When something came to its end; null while it runs, long ago where it never was.</summary>
internal static class Ends
{
    public static DateTimeOffset? Of(Partnership partnership) => partnership switch
    {
        Partnership.None => DateTimeOffset.MinValue,
        Partnership.Ended ended => ended.Ending.At,
        Partnership.Lapsed lapsed => lapsed.LapsedAt,
        _ => null,
    };

    /// <remarks>An offer whose mail did not arrive would stand for ever.</remarks>
    public static DateTimeOffset? Of(Offer offer) => offer switch
    {
        Offer.None => DateTimeOffset.MinValue,
        Offer.Accepted accepted => accepted.AcceptedAt,
        Offer.Declined declined => declined.DeclinedAt,
        Offer.Expired expired => expired.ExpiredAt,
        Offer.Withdrawn withdrawn => withdrawn.WithdrawnAt,
        Offer.Pending { StoppedAt: { } stopped } => stopped,
        _ => null,
    };
}
