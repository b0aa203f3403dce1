using Mentoring.Core.Time;

namespace Mentoring.Pages.Registrations;

/// <summary>Where a registration stands, in one role. Nothing here tells a mentor of an offer.</summary>
public abstract record RegistrationStanding
{
    private RegistrationStanding()
    {
    }

    /// <summary>Length of the partnership that runs, or would; the scheme's where null.</summary>
    public int? TermMonths { get; init; }

    /// <summary>Nobody new is matched with the person in this role until their membership is in order.</summary>
    public bool HeldBack { get; init; }

    /// <summary>A mentor with whom nobody is matched until they say that they have completed the training.</summary>
    public bool ToTrain { get; init; }

    /// <summary>Received; the window is still open, or the round has not run yet.</summary>
    public sealed record Received(LocalInstant? Deadline) : RegistrationStanding;

    /// <summary>A mentor with a free place, whether or not an offer is out.</summary>
    /// <param name="NextWord">The fixed date on which all are written to; null when that date has passed.</param>
    public sealed record MentorAvailable(LocalInstant? NextWord) : RegistrationStanding;

    /// <summary>A mentor who pauses: nobody new is looked for until they say so. Whoever has their offer already may still accept it.</summary>
    public sealed record MentorPausing : RegistrationStanding;

    /// <summary>A mentee on the waiting list.</summary>
    /// <param name="Reasons">Why there was no match, in the applicant's words.</param>
    /// <param name="NextRound">Whether they asked to be carried into the next round.</param>
    public sealed record MenteeWaiting(LocalInstant? NextWord, IReadOnlyList<string> Reasons, bool NextRound) : RegistrationStanding
    {
        /// <summary>People register at any time, so there is no next round to wait for.</summary>
        public bool AnyTime { get; init; }
    }

    /// <summary>A mentee with an offer to answer.</summary>
    /// <param name="ReplyBy">Null while its mail is still to arrive: no time runs.</param>
    /// <param name="Offer">Path of the offer's page.</param>
    public sealed record OfferOpen(LocalInstant? ReplyBy, string Offer) : RegistrationStanding;

    /// <summary>Introduced; the agreement awaits signatures.</summary>
    /// <param name="Agreement">Path of its page.</param>
    public sealed record Introduced(string PartnerName, LocalInstant SignBy, string Agreement) : RegistrationStanding
    {
        /// <summary>The person has signed; the partner has not.</summary>
        public bool HasSigned { get; init; }
    }

    /// <param name="Partnership">Path of its page.</param>
    public sealed record InPartnership(string PartnerName, LocalInstant Ends, string Partnership) : RegistrationStanding
    {
        /// <summary>Null while none awaits an answer.</summary>
        public OpenReview? Review { get; init; }
    }

    /// <summary>A mentee who is off the waiting list and may come back, for example after an offer that ran out.</summary>
    public sealed record MenteeNotWaiting : RegistrationStanding;

    /// <summary>A mentee who had their partnership, or left the list; they may come back.</summary>
    public sealed record MenteeFinished : RegistrationStanding
    {
        /// <summary>People register at any time, so there is no next round to wait for.</summary>
        public bool AnyTime { get; init; }
    }

    public sealed record Withdrawn : RegistrationStanding;
}
