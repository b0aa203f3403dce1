using System.Globalization;
using System.Text.Json.Serialization;
using Mentoring.Core.Time;

namespace Mentoring.Core.Rounds;

/// <summary>One registration window and its matching.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Planned), "planned")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Matched), "matched")]
[JsonDerivedType(typeof(Announced), "announced")]
public abstract record Round
{
    private Round() { }

    public sealed record None : Round;

    /// <summary>Registration opens and closes by the clock.</summary>
    public sealed record Planned(RoundPlan Plan) : Round;

    /// <summary>The deadline has passed; the pool is fixed.</summary>
    public sealed record Closed(RoundPlan Plan, DateTimeOffset ClosedAt) : Round;

    /// <summary>The matching is recorded and stands; offers are being made.</summary>
    public sealed record Matched(RoundPlan Plan, MatchingRecord Matching) : Round;

    /// <summary>Everybody has been written to.</summary>
    public sealed record Announced(RoundPlan Plan, MatchingRecord Matching, DateTimeOffset AnnouncedAt, bool WaitingUpdateSent) : Round;

    public abstract record Command
    {
        private Command() { }

        public sealed record Create(RoundPlan Plan) : Command;

        public sealed record Extend(LocalInstant Deadline) : Command;

        public sealed record Close : Command;

        public sealed record RecordMatching(MatchingRecord Matching) : Command;

        public sealed record Announce : Command;

        /// <summary>The fixed date has come: everybody still waiting is written to, once.</summary>
        public sealed record UpdateWaiting : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        public sealed record Created(RoundPlan Plan) : Event
        {
            public override string Code => "round.created";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [.. Plan.Closes is { } deadline ? [new("deadline", deadline.Iso)] : Array.Empty<KeyValuePair<string, string>>(), new("opens", Plan.Opens.Iso)];
        }

        public sealed record Extended(LocalInstant Deadline) : Event
        {
            public override string Code => "round.extended";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("deadline", Deadline.Iso)];
        }

        public sealed record HasClosed(DateTimeOffset At) : Event
        {
            public override string Code => "round.closed";
        }

        public sealed record MatchingRecorded(MatchingRecord Matching) : Event
        {
            public override string Code => "round.matched";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts =>
            [
                new("digest", Matching.Digest),
                new("pairs", Matching.Pairs.ToString(CultureInfo.InvariantCulture)),
                new("run", Matching.Run),
            ];
        }

        public sealed record WasAnnounced(DateTimeOffset At) : Event
        {
            public override string Code => "round.announced";
        }

        public sealed record WaitingUpdated : Event
        {
            public override string Code => "round.waiting-updated";
        }
    }

    public static Decision<Event> Decide(Round state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None, Command.Create create) when create.Plan.Deadline.HasPassed(now) =>
            new Rejection("round-deadline-passed", "The deadline has passed already."),
        (None, Command.Create create) when create.Plan.Deadline.Instant <= create.Plan.Opens.Instant =>
            new Rejection("round-deadline-before-opening", "The deadline must be after the opening."),
        (None, Command.Create create) => new Event.Created(create.Plan),
        (Planned planned, Command.Create create) when planned.Plan == create.Plan => Decision<Event>.Already,
        (not None, Command.Create) => new Rejection("round-exists", "There is a round with this id already."),
        (Planned { Plan.IsRolling: true }, Command.Close or Command.Extend) =>
            new Rejection("round-rolling", "People register in this round at any time, and it never closes."),
        (Planned planned, Command.Extend extend) => Extend(planned.Plan, extend.Deadline, now),
        (Planned planned, Command.Close) when !planned.Plan.Deadline.HasPassed(now) =>
            new Rejection("round-not-due", $"Registration is open until {planned.Plan.Deadline}; the round runs after that."),
        (Planned, Command.Close) => new Event.HasClosed(now),
        (Closed or Matched or Announced, Command.Close) => Decision<Event>.Already,
        (Closed, Command.RecordMatching record) => new Event.MatchingRecorded(record.Matching),
        (Matched or Announced, Command.RecordMatching) => Decision<Event>.Already,
        (Matched, Command.Announce) => new Event.WasAnnounced(now),
        (Announced, Command.Announce) => Decision<Event>.Already,
        (Announced { WaitingUpdateSent: false } announced, Command.UpdateWaiting) when announced.Plan.UpdateOn.HasPassed(now) => new Event.WaitingUpdated(),
        (Announced, Command.UpdateWaiting) => Decision<Event>.Already,
        (None, _) => new Rejection("round-unknown", "There is no such round.", RejectionKind.Unknown),
        (_, Command.Extend) => new Rejection("round-deadline-passed", "The deadline has passed and can't be extended."),
        _ => new Rejection("round-out-of-order", "The round has not come that far."),
    };

    public static Round Evolve(Round state, Event happened) => (state, happened) switch
    {
        (None, Event.Created created) => new Planned(created.Plan),
        (Planned planned, Event.Extended extended) => new Planned(planned.Plan with { Deadline = extended.Deadline }),
        (Planned planned, Event.HasClosed closed) => new Closed(planned.Plan, closed.At),
        (Closed closed, Event.MatchingRecorded recorded) => new Matched(closed.Plan, recorded.Matching),
        (Matched matched, Event.WasAnnounced announced) => new Announced(matched.Plan, matched.Matching, announced.At, WaitingUpdateSent: false),
        (Announced announced, Event.WaitingUpdated) => announced with { WaitingUpdateSent = true },
        _ => state,
    };

    /// <summary>When the round should have moved by itself.</summary>
    public static DateTimeOffset? DueAt(Round state) => state switch
    {
        Planned planned => planned.Plan.Closes?.Instant,
        Closed closed => closed.ClosedAt,
        Matched matched => matched.Matching.At,
        Announced { WaitingUpdateSent: false } announced => announced.Plan.UpdateOn.Instant,
        _ => null,
    };

    /// <summary>The plan, whatever the state; null where there is no round.</summary>
    public static RoundPlan? PlanOf(Round state) => state switch
    {
        Planned planned => planned.Plan,
        Closed closed => closed.Plan,
        Matched matched => matched.Plan,
        Announced announced => announced.Plan,
        _ => null,
    };

    /// <summary>Whether people register in it at any time.</summary>
    public static bool IsRolling(Round state) => PlanOf(state) is { IsRolling: true };

    /// <summary>Whether registration is all there is yet: nobody is matched before the deadline. Where there is none, people are matched from the beginning.</summary>
    public static bool IsBeforeMatching(Round state) => state is None or Planned { Plan.IsRolling: false };

    private static Decision<Event> Extend(RoundPlan plan, LocalInstant deadline, DateTimeOffset now)
    {
        if (plan.Deadline.HasPassed(now))
            return new Rejection("round-deadline-passed", "The deadline has passed and can't be extended.");
        if (deadline == plan.Deadline)
            return Decision<Event>.Already;
        if (deadline.Instant < plan.Deadline.Instant)
            return new Rejection("round-deadline-earlier", "A published deadline can be extended, never brought forward.");
        return new Event.Extended(deadline);
    }
}
