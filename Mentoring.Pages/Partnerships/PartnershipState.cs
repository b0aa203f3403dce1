using Mentoring.Core.Time;
using Mentoring.Pages.Registrations;

namespace Mentoring.Pages.Partnerships;

/// <summary>How a partnership stands, as one of the two sees it.</summary>
public abstract record PartnershipState
{
    private PartnershipState()
    {
    }

    /// <summary>Introduced, not yet signed by both.</summary>
    /// <param name="Agreement">Path of the agreement.</param>
    public sealed record Signing(LocalInstant SignBy, string Agreement) : PartnershipState
    {
        /// <summary>Whoever looks has signed; the partner has not.</summary>
        public bool HasSigned { get; init; }
    }

    /// <param name="InterimReview">Null once it is over.</param>
    /// <param name="Ends">When the final review is due and the term ends.</param>
    /// <param name="OpenReview">Null where none awaits an answer.</param>
    public sealed record Active(LocalInstant Started, LocalInstant? InterimReview, LocalInstant Ends, OpenReview? OpenReview) : PartnershipState;

    /// <summary>The agreement was not signed in time.</summary>
    public sealed record Lapsed(string? Registration) : PartnershipState;

    /// <param name="Completed">It ran its term.</param>
    /// <param name="Registration">Path of my own page.</param>
    public sealed record Ended(LocalInstant On, bool Completed, string? Registration) : PartnershipState
    {
        /// <summary>Path of the certificate of thanks; null where they never began.</summary>
        public string? Thanks { get; init; }

        public bool HadBegun => Thanks is not null;
    }
}
