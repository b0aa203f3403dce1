using System.Text.Json.Serialization;
using Mentoring.Core.People;
using Mentoring.Core.Time;

namespace Mentoring.Core.Registrations;

/// <summary>A participant's entry in a round.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Active), "active")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Erased), "erased")]
public abstract partial record Registration
{
    private Registration() { }

    public sealed record None : Registration;

    /// <param name="Person">See <see cref="EmailAddress.Person"/>.</param>
    /// <param name="Revision">1, then one more with each amendment.</param>
    /// <param name="KeptFrom">People, by person, whom the coordinator keeps apart from this one; null for none. No amendment undoes it.</param>
    /// <param name="Membership">Null where the form is trusted.</param>
    public sealed record Active(
        string Person, Entry Entry, DateTimeOffset ReceivedAt, int Revision, IReadOnlyList<string>? KeptFrom = null, Membership? Membership = null) : Registration
    {
        /// <summary>Everybody, by person, with whom this one is never paired, whoever said so.</summary>
        [JsonIgnore]
        public IReadOnlyList<string> NeverWith => KeptFrom is null ? Entry.Exclude : [.. Entry.Exclude, .. KeptFrom];
    }

    /// <summary>The person may come back until the deadline.</summary>
    /// <param name="TurnedAway">Why the scheme took them out; null where they left themselves.</param>
    public sealed record Withdrawn(
        string Person, Entry Entry, DateTimeOffset ReceivedAt, DateTimeOffset WithdrawnAt, IReadOnlyList<string>? KeptFrom = null, MembershipFinding? TurnedAway = null) : Registration;

    /// <summary>A tombstone: that there was somebody, and nothing about them.</summary>
    public sealed record Erased(DateTimeOffset ErasedAt) : Registration;

    public abstract record Command
    {
        private Command() { }

        /// <param name="Window">When the round takes registrations.</param>
        /// <param name="ReceivedAt">When the form reached us: that decides, however long it takes until the decision is made.</param>
        /// <param name="Found">What the association's records said at the door; null where nobody was asked.</param>
        public sealed record Submit(Entry Entry, Window Window, DateTimeOffset ReceivedAt, Membership? Found = null) : Command;

        /// <summary>Carried over from an earlier round.</summary>
        public sealed record Bring(Entry Entry, DateTimeOffset ReceivedAt, Membership? Membership = null) : Command;

        /// <summary>The association's records have answered.</summary>
        /// <param name="Number">The one they were asked about: where the person has given another meanwhile, the answer is of no use.</param>
        /// <param name="RenewBy">End of the period of grace, should it begin now.</param>
        /// <param name="HasPartner">Of an earlier round, which they had as a member: they are not turned away either.</param>
        public sealed record CheckMembership(string Number, MembershipFinding Finding, LocalInstant RenewBy, bool HasPartner = false) : Command;

        /// <summary>The coordinator's word that the membership is in order, whatever the records say.</summary>
        public sealed record ConfirmMembership : Command;

        /// <summary>The mentor's word that they have completed the training since they registered.</summary>
        public sealed record CompleteTraining : Command;

        /// <summary>The coordinator's word that two people are never paired.</summary>
        /// <param name="Person">The other, see <see cref="EmailAddress.Person"/>.</param>
        /// <param name="Other">The other's registration; null where they have none.</param>
        public sealed record Exclude(string Person, string? Other) : Command;

        /// <summary>The coordinator's word that mails for the person go to another address. They stay who they are.</summary>
        public sealed record CorrectAddress(EmailAddress Address) : Command;

        /// <param name="Tell">Whether a mail says so; who withdraws from several rounds at once is told by one.</param>
        public sealed record Withdraw(bool Tell = true) : Command;

        /// <summary>Asks that everything held be forgotten; ends what is running.</summary>
        public sealed record Erase : Command;
    }

    public static Decision<Event> Decide(Registration state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (Erased, Command.Submit or Command.Withdraw) => Rejections.Erased,
        (_, Command.Submit submit) when submit.Window.Refusal(submit.ReceivedAt) is { } refusal => refusal,
        (None or Withdrawn, Command.Submit submit) => new Event.Received(submit.Entry, submit.ReceivedAt, submit.Found, submit.Window.IsRolling),
        (Active active, Command.Submit submit) when active.Entry.SameAs(submit.Entry) => Decision<Event>.Already,
        (Active active, Command.Submit submit) => new Event.Amended(
            active.Entry, submit.Entry, submit.ReceivedAt, Membership.AfterAmendment(active.Membership, active.Entry, submit.Entry, submit.Found, submit.ReceivedAt), submit.Window.IsRolling),
        (None, Command.Bring bring) => new Event.Brought(bring.Entry, bring.ReceivedAt, bring.Membership),
        (_, Command.Bring) => Decision<Event>.Already,
        (Active { Entry.Mentor.Trained: false }, Command.CompleteTraining) => new Event.TrainingCompleted(now),
        (Active { Entry.Mentor: not null }, Command.CompleteTraining) => Decision<Event>.Already,
        (Active or Withdrawn, Command.CompleteTraining) => Rejections.NoMentor,
        (Active or Withdrawn, Command.Exclude exclude) => KeptFromOf(state).Contains(exclude.Person) ? Decision<Event>.Already : new Event.Excluded(exclude.Person, exclude.Other),
        (Erased, Command.Exclude) => Rejections.Erased,
        (Active active, Command.CorrectAddress correct) =>
            active.Entry.Email.ReachedAt(correct.Address) is var reached && reached == active.Entry.Email ? Decision<Event>.Already : new Event.AddressCorrected(reached),
        (Withdrawn or Erased, Command.CorrectAddress) => Rejections.Left,
        (Active active, Command.CheckMembership check) when active.Entry.MembershipNumber != check.Number => Decision<Event>.Already,
        (Active active, Command.CheckMembership { HasPartner: false } check) when Membership.TurnsAway(active.Membership, check.Finding) => new Event.WasTurnedAway(now, check.Finding),
        (Active active, Command.CheckMembership check) => Found(active.Membership, Membership.After(active.Membership, check.Finding, check.RenewBy, now)),
        (Active { Membership: null or Membership.InOrder }, Command.ConfirmMembership) => Decision<Event>.Already,
        (Active active, Command.ConfirmMembership) => Found(active.Membership, new Membership.InOrder(now, Confirmed: true)),
        (Withdrawn or Erased, Command.CheckMembership) => Decision<Event>.Already,
        (Active active, Command.Withdraw withdraw) => new Event.Withdrew(active.Entry, now, withdraw.Tell),
        (Withdrawn, Command.Withdraw) => Decision<Event>.Already,
        (Active active, Command.Erase) => new Decision<Event>.Accepted([new Event.Withdrew(active.Entry, now), new Event.Forgotten(now)]),
        (Withdrawn, Command.Erase) => new Event.Forgotten(now),
        (Erased, Command.Erase) => Decision<Event>.Already,
        _ => Rejections.Unknown,
    };

    public static Registration Evolve(Registration state, Event happened) => (state, happened) switch
    {
        (_, Event.Received received) => new Active(received.Entry.Email.Person, received.Entry, received.At, 1, (state as Withdrawn)?.KeptFrom, received.Membership),
        (_, Event.Brought brought) => new Active(brought.Entry.Email.Person, brought.Entry, brought.ReceivedAt, 1, null, brought.Membership),
        (Active active, Event.Amended amended) => active with { Entry = amended.Entry, Revision = active.Revision + 1, Membership = amended.Membership },
        (Active { Entry.Mentor: { } mentor } active, Event.TrainingCompleted) => active with { Entry = active.Entry with { Mentor = mentor with { Trained = true } } },
        (Active active, Event.Excluded excluded) => active with { KeptFrom = [.. KeptFromOf(state), excluded.Person] },
        (Withdrawn withdrawn, Event.Excluded excluded) => withdrawn with { KeptFrom = [.. KeptFromOf(state), excluded.Person] },
        (Active active, Event.AddressCorrected corrected) => active with { Entry = active.Entry with { Email = corrected.Reached } },
        (Active active, Event.Withdrew withdrew) => new Withdrawn(active.Person, active.Entry, active.ReceivedAt, withdrew.At, active.KeptFrom),
        (Active active, Event.MembershipFound found) => active with { Membership = found.Membership },
        (Active active, Event.WasTurnedAway turned) => new Withdrawn(active.Person, active.Entry, active.ReceivedAt, turned.At, active.KeptFrom, turned.Why),
        (_, Event.Forgotten forgotten) => new Erased(forgotten.At),
        _ => state,
    };

    private static Event.MembershipFound Found(Membership? before, Membership found) =>
        new(found, IsNews: found.GetType() != before?.GetType() && (Membership.HoldsBack(before) || Membership.HoldsBack(found)));

    /// <summary>When the form reached us; null after erasure, and where there is nobody.</summary>
    public static DateTimeOffset? ReceivedAtOf(Registration state) => state switch
    {
        Active active => active.ReceivedAt,
        Withdrawn withdrawn => withdrawn.ReceivedAt,
        _ => null,
    };

    /// <summary>People whom the coordinator keeps apart from this one, by person.</summary>
    public static IReadOnlyList<string> KeptFromOf(Registration state) => state switch
    {
        Active active => active.KeptFrom ?? [],
        Withdrawn withdrawn => withdrawn.KeptFrom ?? [],
        _ => [],
    };

    /// <summary>Whose it is, see <see cref="EmailAddress.Person"/>; null before there is one, and after erasure.</summary>
    public static string? PersonOf(Registration? state) => state switch
    {
        Active active => active.Person,
        Withdrawn withdrawn => withdrawn.Person,
        _ => null,
    };

    private static class Rejections
    {
        public static readonly Rejection Unknown = new("registration-unknown", "There is no such registration.", RejectionKind.Unknown);
        public static readonly Rejection NoMentor = new("mentor-not-in-pool", "You are not registered as a mentor, or have withdrawn.");
        public static readonly Rejection Left = new("registration-withdrawn", "This person takes part no more, so there is nothing to send them.");
        public static readonly Rejection Erased = new("registration-erased", "This registration was erased. Please register again.", RejectionKind.Gone);
    }
}
