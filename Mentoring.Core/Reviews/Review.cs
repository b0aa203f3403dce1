using System.Text.Json.Serialization;
using Mentoring.Core.People;
using Mentoring.Core.Time;

namespace Mentoring.Core.Reviews;

/// <summary>One side's form of an interim or final check.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Unanswered), "unanswered")]
public abstract record Review
{
    private Review() { }

    public sealed record None : Review;

    public sealed record Open(ReviewForm Form, Countdown Answer) : Review;

    public sealed record Answered(ReviewForm Form, ReviewAnswers Answers, DateTimeOffset At) : Review;

    /// <param name="AnswerBy">Until when it had been asked for.</param>
    public sealed record Unanswered(ReviewForm Form, LocalInstant AnswerBy) : Review;

    public abstract record Command
    {
        private Command() { }

        public sealed record Ask(ReviewForm Form, Countdown Answer) : Command;

        public sealed record Submit(ReviewAnswers Answers) : Command;

        /// <summary>The author changes their mind about what may be done with their answers, at any time.</summary>
        /// <param name="Purposes">All that is allowed from now on; empty for nothing.</param>
        public sealed record Allow(IReadOnlyList<string> Purposes) : Command;

        public sealed record Tick : Command;

        /// <summary>The partnership is over: nobody is chased any more.</summary>
        public sealed record Close : Command;

        /// <summary>The person asked to be forgotten: that they answered stays, what they answered goes.</summary>
        public sealed record Forget : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        public sealed record Asked(ReviewForm Form, Countdown Answer) : Event
        {
            public override string Code => "review.asked";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("kind", Form.Kind.Code()), new("party", Form.Party.Code())];
        }

        public sealed record Reminded(ReviewForm Form, Countdown Answer) : Event
        {
            public override string Code => "review.reminded";
        }

        /// <remarks>The journal says that somebody answered, never what.</remarks>
        public sealed record Submitted(ReviewForm Form, ReviewAnswers Answers, DateTimeOffset At) : Event
        {
            public override string Code => "review.answered";
        }

        /// <remarks>As with the answers: that they changed it, never to what.</remarks>
        public sealed record PermissionChanged(IReadOnlyList<string> Purposes) : Event
        {
            public override string Code => "review.permission-changed";
        }

        public sealed record AnswersErased : Event
        {
            public override string Code => "review.answers-erased";
        }

        public sealed record WentUnanswered(ReviewForm Form, LocalInstant AnswerBy) : Event
        {
            public override string Code => "review.unanswered";
        }
    }

    public static Decision<Event> Decide(Review state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None, Command.Ask ask) => new Event.Asked(ask.Form, ask.Answer),
        (_, Command.Ask) => Decision<Event>.Already,
        (None, Command.Close or Command.Forget) => Decision<Event>.Already,
        (Open, Command.Forget) => Decide(state, new Command.Close(), now),
        (Answered answered, Command.Forget) => answered.Answers.Values.Count == 0 && answered.Answers.Purposes.Count == 0 ? Decision<Event>.Already : new Event.AnswersErased(),
        (None, _) => new Rejection("review-unknown", "There is no such review.", RejectionKind.Unknown),

        (Open open, Command.Submit) when open.Answer.IsOver(now) => Rejections.Late,
        (Open open, Command.Submit submit) => new Event.Submitted(open.Form, submit.Answers, now),
        (Answered answered, Command.Submit submit) => answered.Answers.SameAs(submit.Answers) ? Decision<Event>.Already : Rejections.Answered,
        (Unanswered, Command.Submit) => Rejections.Late,

        (Answered answered, Command.Allow allow) => answered.Answers.Allows(allow.Purposes) ? Decision<Event>.Already : new Event.PermissionChanged(allow.Purposes),
        (_, Command.Allow) => Rejections.NotAnswered,

        (Open open, Command.Tick) when open.Answer.IsOver(now) => new Event.WentUnanswered(open.Form, open.Answer.Until),
        (Open open, Command.Tick) when open.Answer.ReminderIsDue(now) => new Event.Reminded(open.Form, open.Answer.AfterReminder(now)),
        (Open open, Command.Close) => new Event.WentUnanswered(open.Form, open.Answer.Until),
        _ => Decision<Event>.Already,
    };

    public static Review Evolve(Review state, Event happened) => (state, happened) switch
    {
        (_, Event.Asked asked) => new Open(asked.Form, asked.Answer),
        (Open open, Event.Reminded reminded) => open with { Answer = reminded.Answer },
        (_, Event.Submitted submitted) => new Answered(submitted.Form, submitted.Answers, submitted.At),
        (Answered answered, Event.PermissionChanged changed) => answered with { Answers = answered.Answers.Allowing(changed.Purposes) },
        (Answered answered, Event.AnswersErased) => answered with { Answers = new ReviewAnswers(new Dictionary<string, IReadOnlyList<string>>(), answered.Answers.Continue, []) },
        (_, Event.WentUnanswered unanswered) => new Unanswered(unanswered.Form, unanswered.AnswerBy),
        _ => state,
    };

    public static DateTimeOffset? DueAt(Review state) => state is Open open ? open.Answer.NextAt : null;

    public static ReviewForm? FormOf(Review state) => state switch
    {
        Open open => open.Form,
        Answered answered => answered.Form,
        Unanswered unanswered => unanswered.Form,
        _ => null,
    };

    private static class Rejections
    {
        public static readonly Rejection Late = new("review-closed", "The time to answer this review has passed. Please write to the coordinator: your view still counts.", RejectionKind.Gone);
        public static readonly Rejection Answered = new("review-answered", "You have sent this review already. Below you can change with whom it may be shared; please write to the coordinator if you want to change anything else.");
        public static readonly Rejection NotAnswered = new("review-not-answered", "You have not answered this review, so there is nothing to share.");
    }
}
