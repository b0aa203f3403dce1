using Mentoring.Core.People;

namespace Mentoring.Core.Registrations;

/// <content>What may happen to a registration.</content>
public abstract partial record Registration
{
    public abstract record Event : StageEvent
    {
        private Event() { }

        /// <param name="IsRolling">See <see cref="Window.IsRolling"/>.</param>
        public sealed record Received(Entry Entry, DateTimeOffset At, Membership? Membership, bool IsRolling) : Event
        {
            public override string Code => "registration.received";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => Roles(Entry);
        }

        public sealed record Brought(Entry Entry, DateTimeOffset ReceivedAt, Membership? Membership) : Event
        {
            public override string Code => "registration.brought";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => Roles(Entry);
        }

        /// <param name="IsRolling">See <see cref="Window.IsRolling"/>.</param>
        public sealed record Amended(Entry Before, Entry Entry, DateTimeOffset At, Membership? Membership, bool IsRolling) : Event
        {
            public override string Code => "registration.amended";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => Roles(Entry);
        }

        public sealed record TrainingCompleted(DateTimeOffset At) : Event
        {
            public override string Code => "registration.training-completed";
        }

        public sealed record Excluded(string Person, string? Other) : Event
        {
            public override string Code => "registration.excluded";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => Other is null ? [] : [new("other", Other)];
        }

        /// <param name="Reached">The person's own, with where mails go now.</param>
        public sealed record AddressCorrected(EmailAddress Reached) : Event
        {
            public override string Code => "registration.address-corrected";
        }

        public sealed record Withdrew(Entry Entry, DateTimeOffset At, bool Tell = true) : Event
        {
            public override string Code => "registration.withdrawn";
        }

        /// <param name="IsNews">Whether something follows from it.</param>
        public sealed record MembershipFound(Membership Membership, bool IsNews) : Event
        {
            public override string Code => IsNews ? "registration.membership-" + Membership.Code : "registration.membership-checked";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("standing", Membership.Code)];
        }

        /// <summary>Registered before the records had an answer, and would have been refused by it.</summary>
        public sealed record WasTurnedAway(DateTimeOffset At, MembershipFinding Why) : Event
        {
            public override string Code => "registration.turned-away";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("why", Why == MembershipFinding.Lapsed ? "lapsed" : "not-admitted")];
        }

        public sealed record Forgotten(DateTimeOffset At) : Event
        {
            public override string Code => "registration.erased";
        }

        private static IReadOnlyList<KeyValuePair<string, string>> Roles(Entry entry) =>
            [new("role", (entry.Mentor, entry.Mentee) switch { (not null, not null) => "both", (not null, null) => "mentor", _ => "mentee" })];
    }
}
