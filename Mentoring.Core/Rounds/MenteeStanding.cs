using System.Text.Json.Serialization;

namespace Mentoring.Core.Rounds;

/// <summary>Where a mentee stands between registering and having a mentor.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Waiting), "waiting")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(Paired), "paired")]
[JsonDerivedType(typeof(Resting), "resting")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Carried), "carried")]
public abstract record MenteeStanding
{
    private MenteeStanding() { }

    public sealed record None : MenteeStanding;

    /// <summary>On the waiting list.</summary>
    public sealed record Waiting(WaitingHistory History) : MenteeStanding;

    /// <summary>A match has been put to them.</summary>
    public sealed record Offered(WaitingHistory History, string OfferId) : MenteeStanding;

    /// <summary>They have a mentor.</summary>
    public sealed record Paired(WaitingHistory History, string PartnershipId) : MenteeStanding;

    /// <summary>Did not answer or did not sign: no more offers until they come back by their link.</summary>
    public sealed record Resting(WaitingHistory History) : MenteeStanding;

    /// <summary>Had their partnership, opted out or withdrew. As long as they are registered they may come back.</summary>
    public sealed record Finished(WaitingHistory History) : MenteeStanding;

    /// <summary>Waits in a later round.</summary>
    public sealed record Carried(Forward To) : MenteeStanding;

    public abstract record Command
    {
        private Command() { }

        /// <param name="RoundsWaited">0 for somebody new.</param>
        /// <param name="Refused">Mentors never to be offered, by person.</param>
        public sealed record Enter(DateTimeOffset Since, int RoundsWaited, IReadOnlyList<string> Refused) : Command;

        /// <summary>Brings what they have waited in earlier rounds.</summary>
        public sealed record Recall(DateTimeOffset Since, int RoundsWaited, IReadOnlyList<string> Refused) : Command;

        public sealed record Offer(string OfferId) : Command;

        public sealed record Pair(string OfferId, string PartnershipId) : Command;

        /// <summary>An offer or partnership is over.</summary>
        /// <param name="From">Its id.</param>
        /// <param name="NotAgain">The mentor, by person, who is not to be offered again; null where nothing speaks against them.</param>
        public sealed record Return(string From, string? NotAgain, ReturnTo To) : Command;

        /// <summary>Back on the waiting list, by the mentee's own wish.</summary>
        /// <param name="IsRolling">Whether people register in the round at any time.</param>
        public sealed record Rejoin(bool IsRolling = false) : Command;

        /// <summary>Whether to stay for the next round, should this one bring nobody.</summary>
        public sealed record Stay(bool ForNextRound) : Command;

        public sealed record Leave : Command;

        public sealed record Carry(Forward To) : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        public sealed record Entered(WaitingHistory History) : Event
        {
            public override string Code => "mentee.waiting";
        }

        public sealed record WasOffered(string OfferId) : Event
        {
            public override string Code => "mentee.offered";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("offer", OfferId)];
        }

        public sealed record WasPaired(string PartnershipId) : Event
        {
            public override string Code => "mentee.paired";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("partnership", PartnershipId)];
        }

        public sealed record Returned(string From, WaitingHistory History, ReturnTo To) : Event
        {
            public override string Code => "mentee.returned";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("from", From), new("to", To switch { ReturnTo.WaitingList => "waiting", ReturnTo.Rest => "resting", _ => "finished" })];
        }

        /// <param name="IsRolling">See <see cref="Command.Rejoin"/>.</param>
        public sealed record Rejoined(WaitingHistory History, bool IsRolling) : Event
        {
            public override string Code => "mentee.rejoined";
        }

        public sealed record Stays(bool ForNextRound) : Event
        {
            public override string Code => ForNextRound ? "mentee.stays" : "mentee.stays-not";
        }

        /// <param name="OfferId">An offer that was open.</param>
        /// <param name="PartnershipId">A partnership that was running.</param>
        public sealed record HasLeft(string? OfferId, string? PartnershipId) : Event
        {
            public override string Code => "mentee.left";
        }

        public sealed record WasCarried(Forward To) : Event
        {
            public override string Code => "mentee.carried";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("to", To.Round)];
        }
    }

    public static Decision<Event> Decide(MenteeStanding state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None or Finished, Command.Enter enter) => new Event.Entered(Anew(state, enter.Since, enter.RoundsWaited, enter.Refused)),
        (_, Command.Enter) => Decision<Event>.Already,

        (None, Command.Recall recall) => new Event.Entered(new WaitingHistory(recall.Since, recall.RoundsWaited, recall.Refused, StaysForNextRound: false)),
        (Waiting waiting, Command.Recall recall) when waiting.History.RoundsWaited < recall.RoundsWaited || recall.Refused.Except(waiting.History.Refused).Any() => new Event.Entered(
            waiting.History with { RoundsWaited = Math.Max(waiting.History.RoundsWaited, recall.RoundsWaited), Refused = [.. waiting.History.Refused.Union(recall.Refused)] }),
        (_, Command.Recall) => Decision<Event>.Already,

        (Waiting, Command.Offer offer) => new Event.WasOffered(offer.OfferId),
        (Offered offered, Command.Offer offer) when offered.OfferId == offer.OfferId => Decision<Event>.Already,
        (_, Command.Offer) => Rejections.NotWaiting,

        (Offered offered, Command.Pair pair) when offered.OfferId == pair.OfferId => new Event.WasPaired(pair.PartnershipId),
        (Paired paired, Command.Pair pair) when paired.PartnershipId == pair.PartnershipId => Decision<Event>.Already,
        (_, Command.Pair) => Rejections.NotWaiting,

        (Offered offered, Command.Return back) when offered.OfferId == back.From => Return(offered.History, back),
        (Paired paired, Command.Return back) when paired.PartnershipId == back.From => Return(paired.History, back),
        (_, Command.Return) => Decision<Event>.Already,

        (Resting resting, Command.Rejoin rejoin) => new Event.Rejoined(resting.History, rejoin.IsRolling),
        (Finished, Command.Rejoin rejoin) => new Event.Rejoined(Anew(state, now, roundsWaited: 0, []), rejoin.IsRolling),
        (Waiting or Offered or Paired, Command.Rejoin) => Decision<Event>.Already,

        (Waiting or Resting or Offered, Command.Stay stay) => HistoryOf(state)!.StaysForNextRound == stay.ForNextRound ? Decision<Event>.Already : new Event.Stays(stay.ForNextRound),

        (Waiting or Resting, Command.Leave) => new Event.HasLeft(null, null),
        (Offered offered, Command.Leave) => new Event.HasLeft(offered.OfferId, null),
        (Paired paired, Command.Leave) => new Event.HasLeft(null, paired.PartnershipId),
        (None or Finished or Carried, Command.Leave) => Decision<Event>.Already,

        (Waiting or Resting, Command.Carry carry) => new Event.WasCarried(carry.To),
        (Carried carried, Command.Carry carry) when carried.To == carry.To => Decision<Event>.Already,
        _ => Rejections.NotWaiting,
    };

    public static MenteeStanding Evolve(MenteeStanding state, Event happened) => happened switch
    {
        Event.Entered entered => new Waiting(entered.History),
        Event.WasOffered offered => new Offered(HistoryOf(state)!, offered.OfferId),
        Event.WasPaired paired => new Paired(HistoryOf(state)!, paired.PartnershipId),
        Event.Returned { To: ReturnTo.WaitingList } returned => new Waiting(returned.History),
        Event.Returned { To: ReturnTo.Rest } returned => new Resting(returned.History),
        Event.Returned returned => new Finished(returned.History),
        Event.Rejoined rejoined => new Waiting(rejoined.History),
        Event.Stays stays => WithHistory(state, HistoryOf(state)! with { StaysForNextRound = stays.ForNextRound }),
        Event.HasLeft => new Finished(HistoryOf(state)!),
        Event.WasCarried carried => new Carried(carried.To),
        _ => state,
    };

    public static WaitingHistory? HistoryOf(MenteeStanding state) => state switch
    {
        Waiting waiting => waiting.History,
        Offered offered => offered.History,
        Paired paired => paired.History,
        Resting resting => resting.History,
        Finished finished => finished.History,
        _ => null,
    };

    private static MenteeStanding WithHistory(MenteeStanding state, WaitingHistory history) => state switch
    {
        Waiting => new Waiting(history),
        Offered offered => offered with { History = history },
        Resting => new Resting(history),
        _ => state,
    };

    /// <summary>Whoever was done waits like somebody new; whom they declined or had before stays declined.</summary>
    private static WaitingHistory Anew(MenteeStanding state, DateTimeOffset since, int roundsWaited, IReadOnlyList<string> refused) =>
        new(since, roundsWaited, [.. refused.Union(HistoryOf(state)?.Refused ?? [])], StaysForNextRound: false);

    private static Event.Returned Return(WaitingHistory history, Command.Return back) => new(
        back.From,
        back.NotAgain is { } person && !history.Refused.Contains(person) ? history with { Refused = [.. history.Refused, person] } : history,
        back.To);

    private static class Rejections
    {
        public static readonly Rejection NotWaiting = new("mentee-not-waiting", "This mentee is not on the waiting list.");
    }
}
