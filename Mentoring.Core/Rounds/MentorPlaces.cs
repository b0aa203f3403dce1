using System.Text.Json.Serialization;

namespace Mentoring.Core.Rounds;

/// <summary>A mentor's places. Every place given away is held here in the transaction that gives it, so the last one can't be taken twice.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Available), "available")]
[JsonDerivedType(typeof(Resting), "resting")]
[JsonDerivedType(typeof(Closed), "closed")]
public abstract record MentorPlaces
{
    private MentorPlaces() { }

    public sealed record None : MentorPlaces;

    /// <summary>In the pool with whatever places are free.</summary>
    public sealed record Available(Places Places) : MentorPlaces;

    /// <summary>Keeps their mentees; gets no new ones until they say so.</summary>
    public sealed record Resting(Places Places) : MentorPlaces;

    /// <summary>Withdrew, or is in a later round's pool.</summary>
    /// <param name="To">Where they are now; null after a withdrawal.</param>
    public sealed record Closed(Places Places, Forward? To) : MentorPlaces;

    public abstract record Command
    {
        private Command() { }

        /// <param name="Running">Partnerships of an earlier round that still run.</param>
        /// <param name="Pending">Offers of an earlier round that wait for an answer.</param>
        public sealed record Open(int Capacity, IReadOnlyList<string> Running, IReadOnlyList<string> Pending) : Command;

        public sealed record Hold(string OfferId) : Command;

        /// <summary>A held place becomes a partnership's.</summary>
        public sealed record Take(string OfferId, string PartnershipId) : Command;

        /// <param name="From">The offer or partnership that is over.</param>
        /// <param name="ThenRest">Whether the mentor gets nobody new until they say so.</param>
        public sealed record Release(string From, bool ThenRest) : Command;

        public sealed record Rest : Command;

        public sealed record Rejoin : Command;

        public sealed record Leave : Command;

        public sealed record Carry(Forward To) : Command;
    }

    public abstract record Event : StageEvent
    {
        private Event() { }

        /// <param name="TooMany">Offers that wait for an answer beyond a capacity that was lowered, the newest.</param>
        public sealed record Opened(int Capacity, IReadOnlyList<string> Running, IReadOnlyList<string> Pending, IReadOnlyList<string> TooMany) : Event
        {
            public override string Code => "mentor.opened";
        }

        /// <remarks>The journal says that a place moved, not for whom: what a mentor may read must not tell of offers.</remarks>
        public sealed record Held(string OfferId) : Event
        {
            public override string Code => "mentor.held";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("offer", OfferId)];
        }

        /// <param name="Forward">Where the mentor is now, if in a later round: their place is taken there too.</param>
        public sealed record Taken(string OfferId, string PartnershipId, Forward? Forward) : Event
        {
            public override string Code => "mentor.taken";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("offer", OfferId), new("partnership", PartnershipId)];
        }

        /// <param name="Rests">Whether the mentor rests from now on: here, or where they are now.</param>
        /// <param name="Forward">Where the mentor is now, if in a later round: their place is free there too.</param>
        public sealed record Released(string From, bool Rests, Forward? Forward) : Event
        {
            public override string Code => "mentor.released";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("from", From)];
        }

        public sealed record Rested : Event
        {
            public override string Code => "mentor.rests";
        }

        public sealed record Rejoined : Event
        {
            public override string Code => "mentor.rejoined";
        }

        public sealed record HasLeft(IReadOnlyList<string> Offers, IReadOnlyList<string> Partnerships) : Event
        {
            public override string Code => "mentor.left";
        }

        public sealed record WasCarried(Forward To) : Event
        {
            public override string Code => "mentor.carried";
            public override IReadOnlyList<KeyValuePair<string, string>> Facts => [new("to", To.Round)];
        }
    }

    public static Decision<Event> Decide(MentorPlaces state, Command command, DateTimeOffset now) => (state, command) switch
    {
        (None or Closed { To: null }, Command.Open open) => new Event.Opened(open.Capacity, open.Running, open.Pending, []),
        (Available or Resting, Command.Open open) => Open(PlacesOf(state)!, open),
        (Closed, Command.Open) => Rejections.NotInPool,

        (Available available, Command.Hold hold) when available.Places.Held.Contains(hold.OfferId) => Decision<Event>.Already,
        (Available { Places.Free: > 0 }, Command.Hold hold) => new Event.Held(hold.OfferId),
        (_, Command.Hold) => Rejections.NoPlace,

        (_, Command.Take take) when PlacesOf(state)?.Taken.Contains(take.PartnershipId) == true => Decision<Event>.Already,
        (_, Command.Take take) when PlacesOf(state)?.Held.Contains(take.OfferId) == true => new Event.Taken(take.OfferId, take.PartnershipId, (state as Closed)?.To),
        (_, Command.Take) => Rejections.NoPlace,

        (_, Command.Release release) when PlacesOf(state)?.Holds(release.From) == true => new Event.Released(release.From, release.ThenRest && state is Available or Closed { To: not null }, (state as Closed)?.To),
        (_, Command.Release) => Decision<Event>.Already,

        (Available, Command.Rest) => new Event.Rested(),
        (Resting, Command.Rejoin) => new Event.Rejoined(),
        (Available or Resting, Command.Rest or Command.Rejoin) => Decision<Event>.Already,

        (Available or Resting, Command.Leave) => new Event.HasLeft(PlacesOf(state)!.Held, PlacesOf(state)!.Taken),
        (None or Closed, Command.Leave) => Decision<Event>.Already,

        (Available or Resting, Command.Carry carry) => new Event.WasCarried(carry.To),
        (Closed closed, Command.Carry carry) when closed.To == carry.To => Decision<Event>.Already,
        _ => Rejections.NotInPool,
    };

    public static MentorPlaces Evolve(MentorPlaces state, Event happened) => happened switch
    {
        Event.Opened opened when new Places(opened.Capacity, opened.Pending, opened.Running) is var places => state is Resting ? new Resting(places) : new Available(places),
        Event.Held held => With(state, PlacesOf(state)!.WithHeld(held.OfferId)),
        Event.Taken taken => With(state, PlacesOf(state)!.WithTaken(taken.OfferId, taken.PartnershipId)),
        Event.Released { Rests: true, Forward: null } released => new Resting(PlacesOf(state)!.Without(released.From)),
        Event.Released released => With(state, PlacesOf(state)!.Without(released.From)),
        Event.Rested => new Resting(PlacesOf(state)!),
        Event.Rejoined => new Available(PlacesOf(state)!),
        Event.HasLeft => new Closed(PlacesOf(state)!, To: null),
        Event.WasCarried carried => new Closed(PlacesOf(state)!, carried.To),
        _ => state,
    };

    public static Places? PlacesOf(MentorPlaces state) => state switch
    {
        Available available => available.Places,
        Resting resting => resting.Places,
        Closed closed => closed.Places,
        _ => null,
    };

    private static Decision<Event> Open(Places places, Command.Open open)
    {
        var (taken, held) = (places.Taken.Union(open.Running).ToList(), places.Held.Union(open.Pending).ToList());
        if (places.Capacity == open.Capacity && taken.Count == places.Taken.Count && held.Count == places.Held.Count)
            return Decision<Event>.Already;
        var room = Math.Max(0, open.Capacity - taken.Count);
        return new Event.Opened(open.Capacity, taken, held, open.Capacity < places.Capacity ? [.. held.Skip(room)] : []);
    }

    private static MentorPlaces With(MentorPlaces state, Places places) => state switch
    {
        Available => new Available(places),
        Resting => new Resting(places),
        Closed closed => closed with { Places = places },
        _ => state,
    };

    private static class Rejections
    {
        public static readonly Rejection NoPlace = new("mentor-no-place", "This mentor has no free place.");
        public static readonly Rejection NotInPool = new("mentor-not-in-pool", "This mentor is not in the pool.");
    }
}
