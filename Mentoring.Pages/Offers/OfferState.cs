using Mentoring.Core.Time;

namespace Mentoring.Pages.Offers;

/// <summary>How an offer stands, as its mentee sees it.</summary>
public abstract record OfferState
{
    private OfferState()
    {
    }

    /// <param name="ReplyBy">Null while its mail is still to arrive: no time runs.</param>
    public sealed record Pending(LocalInstant? ReplyBy) : OfferState;

    /// <param name="Agreement">Path of the agreement; null once the mentee has nothing to sign.</param>
    /// <param name="Partnership">Path of the pair's page, which says how it stands.</param>
    public sealed record Accepted(string? Agreement, string Partnership) : OfferState
    {
        /// <summary>The introduction has lapsed, or the partnership has ended.</summary>
        public bool IsOver { get; init; }
    }

    /// <param name="Registration">Path of the mentee's own page.</param>
    public sealed record Declined(string Registration) : OfferState
    {
        /// <summary>The mentee is on the waiting list now.</summary>
        public bool Waits { get; init; }
    }

    /// <param name="Registration">Path of the mentee's own page.</param>
    public sealed record Expired(LocalInstant ReplyBy, string Registration) : OfferState
    {
        /// <summary>The mentee is off the waiting list, and can come back on their own page.</summary>
        public bool CanReturn { get; init; }
    }

    /// <param name="Reason">As the coordinator worded it for the mentee.</param>
    /// <param name="Registration">Path of the mentee's own page.</param>
    public sealed record Withdrawn(string? Reason, string? Registration) : OfferState
    {
        /// <summary>The mentee withdrew, left the waiting list, or could no longer be matched: nobody took anything back from them.</summary>
        public bool MenteeLeft { get; init; }

        /// <summary>The mentee is on the waiting list now.</summary>
        public bool Waits { get; init; }
    }
}
