using System.Text.Json.Serialization;
using Mentoring.Core.People;
using Mentoring.Core.Time;

namespace Mentoring.Core.Agreements;

/// <summary>The mentoring and confidentiality agreement that both sign before the partnership begins.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Unsigned), "unsigned")]
[JsonDerivedType(typeof(HalfSigned), "half-signed")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Lapsed), "lapsed")]
public abstract record Agreement
{
    private Agreement() { }

    public sealed record None : Agreement;

    public sealed record Unsigned(AgreementTerms Terms, Countdown Time) : Agreement;

    public sealed record HalfSigned(AgreementTerms Terms, Countdown Time, Signature First) : Agreement;

    public sealed record Complete(AgreementTerms Terms, Signature Mentor, Signature Mentee, DateTimeOffset CompletedAt) : Agreement;

    /// <param name="Signed">Who had signed; null for nobody.</param>
    public sealed record Lapsed(AgreementTerms Terms, Signature? Signed, DateTimeOffset LapsedAt) : Agreement;

    public abstract record Command
    {
        private Command() { }

        public sealed record Open(AgreementTerms Terms, Countdown Time) : Command;

        public sealed record Sign(Party By, string Name) : Command;

        public sealed record Tick : Command;

        /// <summary>The partnership ended before it began.</summary>
        public sealed record Void : Command;

        /// <summary>The person asked to be forgotten: that they signed stays, their name goes.</summary>
        public sealed record Forget(Party Whose) : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        public sealed record Opened(AgreementTerms Terms, Countdown Time) : Event
        {
            public override string Code => "agreement.opened";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("version", Terms.Version)];
        }

        public sealed record WasSigned(Signature Signature) : Event
        {
            public override string Code => "agreement.signed";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("party", Signature.By.Code())];
        }

        public sealed record Completed(AgreementTerms Terms, Signature Mentor, Signature Mentee, DateTimeOffset At) : Event
        {
            public override string Code => "agreement.completed";
        }

        /// <param name="Missing">Who has not signed.</param>
        public sealed record Reminded(AgreementTerms Terms, Countdown Time, IReadOnlyList<Party> Missing) : Event
        {
            public override string Code => "agreement.reminded";
        }

        public sealed record HasLapsed(AgreementTerms Terms, Signature? Signed, DateTimeOffset At, bool Voided) : Event
        {
            public override string Code => Voided ? "agreement.voided" : "agreement.lapsed";
        }

        public sealed record NameErased(Party Whose) : Event
        {
            public override string Code => "agreement.name-erased";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("party", Whose.Code())];
        }
    }

    public static Decision<Event> Decide(Agreement state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None, Command.Open open) => new Event.Opened(open.Terms, open.Time),
        (_, Command.Open) => Decision<Event>.Already,
        (None, _) => new Rejection("agreement-unknown", "There is no such agreement.", RejectionKind.Unknown),

        (Unsigned or HalfSigned, Command.Sign) when TimeOf(state)!.IsOver(now) => Rejections.Late,
        (Unsigned unsigned, Command.Sign sign) => new Event.WasSigned(NewSignature(unsigned.Terms, sign, now)),
        (HalfSigned half, Command.Sign sign) when half.First.By == sign.By => Again(half.First, sign),
        (HalfSigned half, Command.Sign sign) => Finish(half, NewSignature(half.Terms, sign, now), now),
        (Complete complete, Command.Sign sign) => Again(sign.By == Party.Mentor ? complete.Mentor : complete.Mentee, sign),
        (Lapsed, Command.Sign) => Rejections.Late,

        (Unsigned unsigned, Command.Tick) when unsigned.Time.IsOver(now) => new Event.HasLapsed(unsigned.Terms, null, now, Voided: false),
        (HalfSigned half, Command.Tick) when half.Time.IsOver(now) => new Event.HasLapsed(half.Terms, half.First, now, Voided: false),
        (Unsigned unsigned, Command.Tick) when unsigned.Time.ReminderIsDue(now) =>
            new Event.Reminded(unsigned.Terms, unsigned.Time.AfterReminder(now), [Party.Mentor, Party.Mentee]),
        (HalfSigned half, Command.Tick) when half.Time.ReminderIsDue(now) =>
            new Event.Reminded(half.Terms, half.Time.AfterReminder(now), [half.First.By.Other()]),

        (_, Command.Forget forget) => SignatureOf(state, forget.Whose) is { Name.Length: > 0 } ? new Event.NameErased(forget.Whose) : Decision<Event>.Already,

        (Unsigned unsigned, Command.Void) => new Event.HasLapsed(unsigned.Terms, null, now, Voided: true),
        (HalfSigned half, Command.Void) => new Event.HasLapsed(half.Terms, half.First, now, Voided: true),
        _ => Decision<Event>.Already,
    };

    public static Agreement Evolve(Agreement state, Event happened) => (state, happened) switch
    {
        (_, Event.Opened opened) => new Unsigned(opened.Terms, opened.Time),
        (Unsigned unsigned, Event.WasSigned signed) => new HalfSigned(unsigned.Terms, unsigned.Time, signed.Signature),
        (Unsigned unsigned, Event.Reminded reminded) => unsigned with { Time = reminded.Time },
        (HalfSigned half, Event.Reminded reminded) => half with { Time = reminded.Time },
        (_, Event.Completed completed) => new Complete(completed.Terms, completed.Mentor, completed.Mentee, completed.At),
        (_, Event.HasLapsed lapsed) => new Lapsed(lapsed.Terms, lapsed.Signed, lapsed.At),
        (_, Event.NameErased erased) => WithoutName(state, erased.Whose),
        _ => state,
    };

    public static DateTimeOffset? DueAt(Agreement state) => TimeOf(state)?.NextAt;

    public static AgreementTerms? TermsOf(Agreement state) => state switch
    {
        Unsigned unsigned => unsigned.Terms,
        HalfSigned half => half.Terms,
        Complete complete => complete.Terms,
        Lapsed lapsed => lapsed.Terms,
        _ => null,
    };

    public static Countdown? TimeOf(Agreement state) => state switch
    {
        Unsigned unsigned => unsigned.Time,
        HalfSigned half => half.Time,
        _ => null,
    };

    /// <summary>The signature of one side; null where there is none.</summary>
    public static Signature? SignatureOf(Agreement state, Party party) => state switch
    {
        HalfSigned half when half.First.By == party => half.First,
        Complete complete => party == Party.Mentor ? complete.Mentor : complete.Mentee,
        Lapsed { Signed: { } signed } when signed.By == party => signed,
        _ => null,
    };

    private static Agreement WithoutName(Agreement state, Party party) => (state, party) switch
    {
        (HalfSigned half, _) => half with { First = half.First with { Name = "" } },
        (Complete complete, Party.Mentor) => complete with { Mentor = complete.Mentor with { Name = "" } },
        (Complete complete, _) => complete with { Mentee = complete.Mentee with { Name = "" } },
        (Lapsed lapsed, _) => lapsed with { Signed = lapsed.Signed! with { Name = "" } },
        _ => state,
    };

    private static Signature NewSignature(AgreementTerms terms, Command.Sign sign, DateTimeOffset now) => new(sign.By, sign.Name, terms.Version, now);

    private static Decision<Event> Again(Signature signature, Command.Sign sign) => signature.Name == sign.Name
        ? Decision<Event>.Already
        : new Rejection("agreement-signed", $"This agreement was signed already, as {signature.Name}.");

    private static Decision<Event> Finish(HalfSigned half, Signature second, DateTimeOffset now)
    {
        var (mentor, mentee) = second.By == Party.Mentor ? (second, half.First) : (half.First, second);
        return new Decision<Event>.Accepted([new Event.WasSigned(second), new Event.Completed(half.Terms, mentor, mentee, now)]);
    }

    private static class Rejections
    {
        public static readonly Rejection Late = new("agreement-lapsed", "The time to sign this agreement has passed.", RejectionKind.Gone);
    }
}
