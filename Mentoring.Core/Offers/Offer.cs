using System.Text.Json.Serialization;
using Mentoring.Core.People;
using Mentoring.Core.Time;

namespace Mentoring.Core.Offers;

/// <summary>A match put to the mentee with a reply-by date.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Pending), "pending")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Expired), "expired")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
public abstract record Offer
{
    private Offer() { }

    public sealed record None : Offer;

    /// <param name="StoppedAt">When it turned out that the mail had not arrived. Until it goes out again no time runs; an answer counts as ever.</param>
    public sealed record Pending(OfferTerms Terms, Countdown Reply, DateTimeOffset? StoppedAt = null) : Offer
    {
        /// <summary>Whether the time to reply has passed.</summary>
        public bool IsOver(DateTimeOffset now) => StoppedAt is null && Reply.IsOver(now);

        /// <summary>Until when an answer is awaited; null while the mail is still to arrive.</summary>
        [JsonIgnore]
        public LocalInstant? ReplyBy => StoppedAt is null ? Reply.Until : null;

        /// <summary>Whether the time to reply begins with a mail that goes out now: an earlier one had not arrived, or it is late.</summary>
        /// <param name="mailed">The time to reply from now on.</param>
        public bool BeginsAnew(Countdown mailed) => StoppedAt is not null || mailed.Until.Instant > Reply.Until.Instant;
    }

    public sealed record Accepted(OfferTerms Terms, DateTimeOffset AcceptedAt, string PartnershipId) : Offer;

    /// <param name="Reason">The mentee's own words; null where none were given.</param>
    public sealed record Declined(OfferTerms Terms, DateTimeOffset DeclinedAt, string? Reason) : Offer;

    /// <param name="ExpiredAt">The end of the time to reply, as the mentee was told it, also where the clockwork came later.</param>
    public sealed record Expired(OfferTerms Terms, DateTimeOffset ExpiredAt) : Offer;

    /// <param name="Words">The coordinator's sentence for the mentee; null where there is none.</param>
    public sealed record Withdrawn(OfferTerms Terms, DateTimeOffset WithdrawnAt, WithdrawalReason Why, string? Words = null) : Offer;

    public abstract record Command
    {
        private Command() { }

        public sealed record Make(OfferTerms Terms, Countdown Reply) : Command;

        /// <summary>The mail service has taken the mail. Where that was late, the time to reply begins then.</summary>
        public sealed record Mailed(Countdown Reply) : Command;

        /// <summary>The mail did not arrive.</summary>
        public sealed record Bounced : Command;

        /// <param name="PartnershipId">Id for the partnership that begins.</param>
        public sealed record Accept(string PartnershipId) : Command;

        public sealed record Decline(string? Reason) : Command;

        /// <summary>Time may have passed: the state decides what follows.</summary>
        public sealed record Tick : Command;

        /// <param name="Words">A sentence for the mentee.</param>
        public sealed record Withdraw(WithdrawalReason Why, string? Words = null) : Command;

        /// <summary>The person asked to be forgotten: what they wrote goes, and what the coordinator wrote about the two.</summary>
        public sealed record Forget(Party Whose) : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        public sealed record Made(OfferTerms Terms, Countdown Reply) : Event
        {
            public override string Code => "offer.made";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("by", Terms.ByHand ? "coordinator" : "matching"), new("mentee", Terms.MenteeId), new("mentor", Terms.MentorId)];
        }

        public sealed record Rescheduled(Countdown Reply) : Event
        {
            public override string Code => "offer.rescheduled";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("replyBy", Reply.Until.Iso)];
        }

        public sealed record Stopped(DateTimeOffset At) : Event
        {
            public override string Code => "offer.stopped";
        }

        public sealed record Reminded(OfferTerms Terms, Countdown Reply) : Event
        {
            public override string Code => "offer.reminded";
        }

        public sealed record WasAccepted(OfferTerms Terms, DateTimeOffset At, string PartnershipId) : Event
        {
            public override string Code => "offer.accepted";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("partnership", PartnershipId)];
        }

        public sealed record WasDeclined(OfferTerms Terms, DateTimeOffset At, string? Reason) : Event
        {
            public override string Code => "offer.declined";
        }

        public sealed record HasExpired(OfferTerms Terms, DateTimeOffset At) : Event
        {
            public override string Code => "offer.expired";
        }

        public sealed record WasWithdrawn(OfferTerms Terms, DateTimeOffset At, WithdrawalReason Why, string? Words = null) : Event
        {
            public override string Code => "offer.withdrawn";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("why", Why.Code())];
        }

        public sealed record WordsErased(Party Whose) : Event
        {
            public override string Code => "offer.words-erased";
        }
    }

    public static Decision<Event> Decide(Offer state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None, Command.Make make) => new Event.Made(make.Terms, make.Reply),
        (_, Command.Make) => Decision<Event>.Already,
        (None, _) => new Rejection("offer-unknown", "There is no such offer.", RejectionKind.Unknown),

        (Pending pending, Command.Accept or Command.Decline) when pending.IsOver(now) => Rejections.Late(pending.Reply.Until.ToString()),
        (Pending pending, Command.Accept accept) => new Event.WasAccepted(pending.Terms, now, accept.PartnershipId),
        (Pending pending, Command.Decline decline) => new Event.WasDeclined(pending.Terms, now, decline.Reason),
        (Pending pending, Command.Withdraw withdraw) => new Event.WasWithdrawn(pending.Terms, now, withdraw.Why, withdraw.Words),
        (Pending { StoppedAt: not null }, Command.Tick or Command.Bounced) => Decision<Event>.Already,
        (Pending, Command.Bounced) => new Event.Stopped(now),
        (Pending pending, Command.Tick) when pending.IsOver(now) => new Event.HasExpired(pending.Terms, pending.Reply.Until.Instant),
        (Pending pending, Command.Tick) when pending.Reply.ReminderIsDue(now) => new Event.Reminded(pending.Terms, pending.Reply.AfterReminder(now)),
        (Pending pending, Command.Mailed mailed) when pending.BeginsAnew(mailed.Reply) => new Event.Rescheduled(mailed.Reply),

        (_, Command.Forget forget) => HasWordsOf(state, forget.Whose) ? new Event.WordsErased(forget.Whose) : Decision<Event>.Already,

        (Accepted, Command.Accept) or (Declined, Command.Decline) or (Withdrawn, Command.Withdraw) => Decision<Event>.Already,
        (Accepted, Command.Decline) => new Rejection("offer-accepted", "You have accepted this offer already. If things have changed, you can end the partnership from its page."),
        (Declined, Command.Accept) => new Rejection("offer-declined", "You have declined this offer already, and the place has gone to somebody else."),
        (Expired, Command.Accept or Command.Decline) => new Rejection("offer-expired", "The time to reply to this offer has passed.", RejectionKind.Gone),
        (Withdrawn, Command.Accept or Command.Decline) => new Rejection("offer-withdrawn", "This offer was withdrawn.", RejectionKind.Gone),
        (Accepted or Declined or Expired, Command.Withdraw) => new Rejection("offer-settled", "This offer is settled and can't be withdrawn."),
        _ => Decision<Event>.Already,
    };

    public static Offer Evolve(Offer state, Event happened) => (state, happened) switch
    {
        (_, Event.Made made) => new Pending(made.Terms, made.Reply),
        (Pending pending, Event.Rescheduled rescheduled) => pending with { Reply = rescheduled.Reply, StoppedAt = null },
        (Pending pending, Event.Stopped stopped) => pending with { StoppedAt = stopped.At },
        (Pending pending, Event.Reminded reminded) => pending with { Reply = reminded.Reply },
        (_, Event.WasAccepted accepted) => new Accepted(accepted.Terms, accepted.At, accepted.PartnershipId),
        (_, Event.WasDeclined declined) => new Declined(declined.Terms, declined.At, declined.Reason),
        (_, Event.WordsErased erased) => WithoutWords(state, erased.Whose),
        (_, Event.HasExpired expired) => new Expired(expired.Terms, expired.At),
        (_, Event.WasWithdrawn withdrawn) => new Withdrawn(withdrawn.Terms, withdrawn.At, withdrawn.Why, withdrawn.Words),
        _ => state,
    };

    public static DateTimeOffset? DueAt(Offer state) => state is Pending { StoppedAt: null } pending ? pending.Reply.NextAt : null;

    public static OfferTerms? TermsOf(Offer state) => state switch
    {
        Pending pending => pending.Terms,
        Accepted accepted => accepted.Terms,
        Declined declined => declined.Terms,
        Expired expired => expired.Terms,
        Withdrawn withdrawn => withdrawn.Terms,
        _ => null,
    };

    /// <summary>Whether there is anything in it that goes with this side: the mentee's reason to decline, and what the coordinator wrote about the two.</summary>
    public static bool HasWordsOf(Offer state, Party party) =>
        TermsOf(state) is { HasNote: true } || state is Withdrawn { Words: not null } || (party == Party.Mentee && state is Declined { Reason: not null });

    private static Offer WithoutWords(Offer state, Party party) => state switch
    {
        Pending pending => pending with { Terms = pending.Terms.WithoutNote() },
        Accepted accepted => accepted with { Terms = accepted.Terms.WithoutNote() },
        Declined declined => declined with { Terms = declined.Terms.WithoutNote(), Reason = party == Party.Mentee ? null : declined.Reason },
        Expired expired => expired with { Terms = expired.Terms.WithoutNote() },
        Withdrawn withdrawn => withdrawn with { Terms = withdrawn.Terms.WithoutNote(), Words = null },
        _ => state,
    };

    private static class Rejections
    {
        public static Rejection Late(string until) => new("offer-expired", $"The time to reply to this offer ended at {until}.", RejectionKind.Gone);
    }
}
