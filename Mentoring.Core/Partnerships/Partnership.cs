using System.Text.Json.Serialization;
using Mentoring.Core.People;
using Mentoring.Core.Time;

namespace Mentoring.Core.Partnerships;

/// <summary>The running relationship, from the introduction to its ending.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Agreeing), "agreeing")]
[JsonDerivedType(typeof(Active), "active")]
[JsonDerivedType(typeof(Reviewing), "reviewing")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(Lapsed), "lapsed")]
public abstract record Partnership
{
    private Partnership() { }

    public sealed record None : Partnership;

    /// <summary>Introduced; it begins when both have signed.</summary>
    public sealed record Agreeing(Pair Pair) : Partnership;

    /// <summary>They meet.</summary>
    public sealed record Active(Pair Pair, Term Term) : Partnership;

    /// <summary>The term is over and both are asked whether to go on.</summary>
    public sealed record Reviewing(Pair Pair, Term Term, LocalInstant AnswerBy, Wishes Wishes) : Partnership;

    /// <param name="Term">Null where it never began.</param>
    public sealed record Ended(Pair Pair, Term? Term, Ending Ending) : Partnership;

    /// <summary>The agreement was not signed in time.</summary>
    public sealed record Lapsed(Pair Pair, DateTimeOffset LapsedAt) : Partnership;

    public abstract record Command
    {
        private Command() { }

        public sealed record Begin(Pair Pair) : Command;

        /// <summary>Both have signed.</summary>
        public sealed record Activate(Term Term) : Command;

        public sealed record Lapse(bool MentorSigned, bool MenteeSigned) : Command;

        /// <param name="AnswerBy">Until when both may answer, should a final review open now.</param>
        public sealed record Tick(LocalInstant AnswerBy) : Command;

        /// <summary>A final review's answer.</summary>
        public sealed record Wish(Party By, bool Continue) : Command;

        /// <summary>A review outside the calendar, asked for by either side.</summary>
        /// <param name="Number">At least this one: rows written by earlier versions began to count anew with each term.</param>
        public sealed record AskReview(Party By, int Number = 1) : Command;

        /// <summary>The person asked to be forgotten: their words go.</summary>
        public sealed record Forget(Party Whose) : Command;

        /// <summary>Words for the coordinator, from somebody who finds it ended.</summary>
        public sealed record Say(Party By, string Words) : Command;

        /// <param name="MentorStays">Whether the mentor goes back into the pool.</param>
        /// <param name="MenteeAgain">Whether the mentee goes back on the waiting list.</param>
        public sealed record End(EndingReason Reason, Actor By, string? Comment, bool MentorStays, bool MenteeAgain) : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        public sealed record Began(Pair Pair) : Event
        {
            public override string Code => "partnership.began";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("mentee", Pair.MenteeId), new("mentor", Pair.MentorId), new("offer", Pair.OfferId)];
        }

        public sealed record Activated(Pair Pair, Term Term) : Event
        {
            public override string Code => "partnership.active";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("ends", Term.Ends.Iso), new("interim", Term.Interim.Iso)];
        }

        public sealed record InterimOpened(Pair Pair, Term Term) : Event
        {
            public override string Code => "partnership.interim-review";
        }

        public sealed record FinalOpened(Pair Pair, Term Term, LocalInstant AnswerBy) : Event
        {
            public override string Code => "partnership.final-review";
        }

        /// <param name="Number">Tells this review from earlier ones of the same pair.</param>
        public sealed record ReviewAsked(Pair Pair, Party By, int Number, DateTimeOffset At) : Event
        {
            public override string Code => "partnership.review-asked";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("party", By.Code())];
        }

        public sealed record Wished(Party By, bool Continue) : Event
        {
            public override string Code => "partnership.wished";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("party", By.Code())];
        }

        public sealed record Continued(Pair Pair, Term Term) : Event
        {
            public override string Code => "partnership.continued";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("ends", Term.Ends.Iso)];
        }

        /// <param name="Term">Null where it never began.</param>
        public sealed record HasEnded(Pair Pair, Term? Term, Ending Ending) : Event
        {
            public override string Code => "partnership.ended";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("by", Ending.By.Code()), new("reason", Ending.Reason.Code())];
        }

        public sealed record HasLapsed(Pair Pair, bool MentorSigned, bool MenteeSigned, DateTimeOffset At) : Event
        {
            public override string Code => "partnership.lapsed";
        }

        /// <remarks>The journal says that somebody wrote, never what.</remarks>
        public sealed record Said(Pair Pair, EndingWords Words) : Event
        {
            public override string Code => "partnership.said";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("party", Words.By.Code())];
        }

        public sealed record WordsErased(Party Whose) : Event
        {
            public override string Code => "partnership.words-erased";
        }
    }

    public static Decision<Event> Decide(Partnership state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None, Command.Begin begin) => new Event.Began(begin.Pair),
        (_, Command.Begin) => Decision<Event>.Already,
        (None, _) => new Rejection("partnership-unknown", "There is no such partnership.", RejectionKind.Unknown),

        (Agreeing agreeing, Command.Activate activate) => new Event.Activated(agreeing.Pair, activate.Term),
        (Agreeing agreeing, Command.Lapse lapse) => new Event.HasLapsed(agreeing.Pair, lapse.MentorSigned, lapse.MenteeSigned, now),

        (Active active, Command.Tick tick) when active.Term.Ends.HasPassed(now) => new Event.FinalOpened(active.Pair, active.Term, tick.AnswerBy),
        (Active { Term.InterimOpened: false } active, Command.Tick) when active.Term.Interim.HasPassed(now) => new Event.InterimOpened(active.Pair, active.Term),
        (Active active, Command.AskReview ask) => new Event.ReviewAsked(active.Pair, ask.By, Math.Max(active.Term.Asked + 1, ask.Number), now),

        (Reviewing reviewing, Command.Wish wish) when reviewing.Wishes.Of(wish.By) is null => Wish(reviewing, wish, now),
        (Reviewing reviewing, Command.Tick) when reviewing.AnswerBy.HasPassed(now) => Complete(reviewing, now),

        (Agreeing agreeing, Command.End end) => new Event.HasEnded(agreeing.Pair, null, EndingOf(end, now)),
        (Active active, Command.End end) => new Event.HasEnded(active.Pair, active.Term, EndingOf(end, now)),
        (Reviewing reviewing, Command.End end) => new Event.HasEnded(reviewing.Pair, reviewing.Term, EndingOf(end, now)),

        (Ended ended, Command.Say say) when ended.Ending.WordsOf(say.By) is null => new Event.Said(ended.Pair, new EndingWords(say.By, say.Words, now)),
        (Ended ended, Command.Forget forget) when ended.Ending.WordsOf(forget.Whose) is not null => new Event.WordsErased(forget.Whose),

        (Agreeing or Ended or Lapsed, Command.AskReview) => new Rejection("partnership-not-active", "A review can be asked for while the partnership is running."),
        _ => Decision<Event>.Already,
    };

    public static Partnership Evolve(Partnership state, Event happened) => (state, happened) switch
    {
        (_, Event.Began began) => new Agreeing(began.Pair),
        (_, Event.Activated activated) => new Active(activated.Pair, activated.Term),
        (Active active, Event.InterimOpened) => active with { Term = active.Term with { InterimOpened = true } },
        (Active active, Event.ReviewAsked asked) => active with { Term = active.Term with { Asked = asked.Number } },
        (Active active, Event.FinalOpened opened) => new Reviewing(active.Pair, active.Term, opened.AnswerBy, new Wishes(null, null)),
        (Reviewing reviewing, Event.Wished wished) => reviewing with { Wishes = reviewing.Wishes.With(wished.By, wished.Continue) },
        (_, Event.Continued continued) => new Active(continued.Pair, continued.Term),
        (_, Event.HasEnded ended) => new Ended(ended.Pair, ended.Term, ended.Ending),
        (_, Event.HasLapsed lapsed) => new Lapsed(lapsed.Pair, lapsed.At),
        (Ended ended, Event.Said said) => ended with { Ending = ended.Ending with { Later = [.. ended.Ending.Later, said.Words] } },
        (Ended ended, Event.WordsErased erased) => ended with { Ending = ended.Ending.WithoutWordsOf(erased.Whose) },
        _ => state,
    };

    /// <summary>When the partnership should have moved by itself. While the agreement is out, that is the agreement's to say.</summary>
    public static DateTimeOffset? DueAt(Partnership state) => state switch
    {
        Active { Term.InterimOpened: false } active => active.Term.Interim.Instant,
        Active active => active.Term.Ends.Instant,
        Reviewing reviewing => reviewing.AnswerBy.Instant,
        _ => null,
    };

    public static Pair? PairOf(Partnership state) => state switch
    {
        Agreeing agreeing => agreeing.Pair,
        Active active => active.Pair,
        Reviewing reviewing => reviewing.Pair,
        Ended ended => ended.Pair,
        Lapsed lapsed => lapsed.Pair,
        _ => null,
    };

    private static Decision<Event> Wish(Reviewing reviewing, Command.Wish wish, DateTimeOffset now)
    {
        var wished = new Event.Wished(wish.By, wish.Continue);
        var wishes = reviewing.Wishes.With(wish.By, wish.Continue);
        if (wishes.BothContinue)
            return new Decision<Event>.Accepted([wished, new Event.Continued(reviewing.Pair, reviewing.Term.Next(reviewing.Pair.TermMonths))]);
        return wishes.SomebodyEnds
            ? new Decision<Event>.Accepted([wished, Complete(reviewing, now)])
            : wished;
    }

    private static Ending EndingOf(Command.End end, DateTimeOffset now) => new(end.Reason, end.By, now, end.Comment, end.MentorStays, end.MenteeAgain);

    private static Event.HasEnded Complete(Reviewing reviewing, DateTimeOffset now) =>
        new(reviewing.Pair, reviewing.Term, new Ending(EndingReason.Completed, Actor.Clock, now, null, MentorStays: true, MenteeAgain: false));
}
