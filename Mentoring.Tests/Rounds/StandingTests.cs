using Mentoring.Core;
using Mentoring.Core.Rounds;

namespace Mentoring.Tests.Rounds;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Now = PoolPeople.Registered;
    private static readonly WaitingHistory History = new(Now, 0, [], StaysForNextRound: false);
    private static readonly Forward Later = new("2025", "there");

    [Fact]
    public void The_last_place_is_never_given_twice()
    {
        var open = Mentor(new MentorPlaces.None(), new MentorPlaces.Command.Open(1, [], []));
        var held = Mentor(open, new MentorPlaces.Command.Hold("offer-1"));

        Assert.Same(held, Mentor(held, new MentorPlaces.Command.Hold("offer-1")));
        Assert.Equal("mentor-no-place", Refused(held, new MentorPlaces.Command.Hold("offer-2")));
        var taken = Mentor(held, new MentorPlaces.Command.Take("offer-1", "pair-1"));
        Assert.Equal("mentor-no-place", Refused(taken, new MentorPlaces.Command.Hold("offer-2")));
        Assert.Equal("mentor-no-place", Refused(taken, new MentorPlaces.Command.Take("offer-2", "pair-2")));
        Assert.Same(taken, Mentor(taken, new MentorPlaces.Command.Take("offer-1", "pair-1")));
    }

    [Fact]
    public void Whatever_order_offers_come_and_go_in_no_more_places_are_given_than_there_are()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var dice = new Random(seed);
            MentorPlaces state = new MentorPlaces.Available(new Places(2, [], []));
            for (var step = 0; step < 40; step++)
            {
                var id = $"offer-{dice.Next(6)}";
                MentorPlaces.Command command = dice.Next(5) switch
                {
                    0 or 1 => new MentorPlaces.Command.Hold(id),
                    2 => new MentorPlaces.Command.Take(id, "pair-" + id),
                    3 => new MentorPlaces.Command.Release(id, ThenRest: false),
                    _ => new MentorPlaces.Command.Release("pair-" + id, ThenRest: false),
                };
                if (MentorPlaces.Decide(state, command, Now) is Decision<MentorPlaces.Event>.Accepted accepted)
                    state = accepted.Events.Aggregate(state, MentorPlaces.Evolve);
                var places = MentorPlaces.PlacesOf(state)!;
                Assert.True(places.Held.Count + places.Taken.Count <= 2, $"seed {seed}, step {step}");
            }
        }
    }

    [Fact]
    [Trait("Requirement", "RM15")]
    public void A_mentor_who_rests_keeps_their_mentees_and_gets_nobody_new()
    {
        var open = new MentorPlaces.Available(new Places(2, ["offer-1"], ["pair-1"]));
        var resting = Mentor(open, new MentorPlaces.Command.Rest());

        Assert.Equal("mentor-no-place", Refused(resting, new MentorPlaces.Command.Hold("offer-2")));
        Assert.IsType<MentorPlaces.Resting>(Mentor(resting, new MentorPlaces.Command.Take("offer-1", "pair-2")));
        Assert.IsType<MentorPlaces.Available>(Mentor(resting, new MentorPlaces.Command.Rejoin()));
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    public void A_place_that_is_over_is_free_again()
    {
        var full = new MentorPlaces.Available(new Places(1, [], ["pair-1"]));

        Assert.Equal(1, MentorPlaces.PlacesOf(Mentor(full, new MentorPlaces.Command.Release("pair-1", ThenRest: false)))!.Free);
        Assert.IsType<MentorPlaces.Resting>(Mentor(full, new MentorPlaces.Command.Release("pair-1", ThenRest: true)));
        Assert.Same(full, Mentor(full, new MentorPlaces.Command.Release("pair-2", ThenRest: false)));
    }

    [Fact]
    public void A_capacity_lowered_under_what_is_taken_leaves_no_place_and_ends_nothing()
    {
        var lowered = Mentor(new MentorPlaces.Available(new Places(3, [], ["pair-1", "pair-2"])), new MentorPlaces.Command.Open(1, ["pair-1", "pair-2"], []));

        Assert.Equal((1, 2, 0), (MentorPlaces.PlacesOf(lowered)!.Capacity, MentorPlaces.PlacesOf(lowered)!.Taken.Count, MentorPlaces.PlacesOf(lowered)!.Free));
    }

    [Fact]
    public void A_mentor_who_leaves_says_what_was_running()
    {
        var left = Events(new MentorPlaces.Available(new Places(2, ["offer-1"], ["pair-1"])), new MentorPlaces.Command.Leave());

        var hasLeft = Assert.IsType<MentorPlaces.Event.HasLeft>(Assert.Single(left));
        Assert.Equal(["offer-1"], hasLeft.Offers);
        Assert.Equal(["pair-1"], hasLeft.Partnerships);
    }

    [Fact]
    public void A_mentee_has_one_offer_at_a_time()
    {
        var offered = Mentee(new MenteeStanding.Waiting(History), new MenteeStanding.Command.Offer("offer-1"));

        Assert.Same(offered, Mentee(offered, new MenteeStanding.Command.Offer("offer-1")));
        Assert.Equal("mentee-not-waiting", Refused(offered, new MenteeStanding.Command.Offer("offer-2")));
        Assert.Equal("mentee-not-waiting", Refused(offered, new MenteeStanding.Command.Pair("offer-2", "pair-1")));
        Assert.Equal(new MenteeStanding.Paired(History, "pair-1"), Mentee(offered, new MenteeStanding.Command.Pair("offer-1", "pair-1")));
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    public void A_mentor_who_was_declined_is_remembered()
    {
        var back = Mentee(new MenteeStanding.Offered(History, "offer-1"), new MenteeStanding.Command.Return("offer-1", "person-m", ReturnTo.WaitingList));

        Assert.Equal(["person-m"], Assert.IsType<MenteeStanding.Waiting>(back).History.Refused);
        Assert.Same(back, Mentee(back, new MenteeStanding.Command.Return("offer-1", "person-n", ReturnTo.Rest)));
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    public void Whoever_is_done_and_comes_back_waits_like_somebody_new_and_is_still_offered_nobody_from_before()
    {
        var later = Now.AddDays(90);
        var done = new MenteeStanding.Finished(new WaitingHistory(Now, 2, ["person-m"], StaysForNextRound: true));
        foreach (MenteeStanding.Command command in new MenteeStanding.Command[] { new MenteeStanding.Command.Rejoin(), new MenteeStanding.Command.Enter(later, 0, []) })
        {
            var history = Assert.IsType<MenteeStanding.Waiting>(
                Assert.IsType<Decision<MenteeStanding.Event>.Accepted>(MenteeStanding.Decide(done, command, later)).Events.Aggregate((MenteeStanding)done, MenteeStanding.Evolve)).History;
            Assert.Equal((later, 0, false), (history.Since, history.RoundsWaited, history.StaysForNextRound));
            Assert.Equal(["person-m"], history.Refused);
        }
    }

    [Theory]
    [InlineData(ReturnTo.WaitingList, typeof(MenteeStanding.Waiting))]
    [InlineData(ReturnTo.Rest, typeof(MenteeStanding.Resting))]
    [InlineData(ReturnTo.Finish, typeof(MenteeStanding.Finished))]
    public void Where_a_mentee_goes_is_said_when_it_is_over(ReturnTo to, Type expected) =>
        Assert.IsType(expected, Mentee(new MenteeStanding.Paired(History, "pair-1"), new MenteeStanding.Command.Return("pair-1", null, to)));

    [Fact]
    [Trait("Requirement", "RA12")]
    public void Whoever_is_carried_over_waits_in_the_later_round_only()
    {
        var carried = Mentee(new MenteeStanding.Waiting(History), new MenteeStanding.Command.Carry(Later));

        Assert.Equal(new MenteeStanding.Carried(Later), carried);
        Assert.Same(carried, Mentee(carried, new MenteeStanding.Command.Carry(Later)));
        Assert.Equal("mentee-not-waiting", Refused(carried, new MenteeStanding.Command.Offer("offer-1")));
        var there = Mentee(new MenteeStanding.None(), new MenteeStanding.Command.Recall(Now, 1, ["person-m"]));
        Assert.Equal((1, "person-m"), (MenteeStanding.HistoryOf(there)!.RoundsWaited, MenteeStanding.HistoryOf(there)!.Refused.Single()));
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    public void Whoever_waits_in_the_later_round_already_is_offered_nobody_there_whom_they_declined_before()
    {
        var recalled = Mentee(new MenteeStanding.Waiting(History), new MenteeStanding.Command.Recall(Now, History.RoundsWaited, ["person-m"]));

        Assert.Equal([.. History.Refused, "person-m"], MenteeStanding.HistoryOf(recalled)!.Refused);
    }

    private static IReadOnlyList<MentorPlaces.Event> Events(MentorPlaces state, MentorPlaces.Command command) =>
        Assert.IsType<Decision<MentorPlaces.Event>.Accepted>(MentorPlaces.Decide(state, command, Now)).Events;

    private static MentorPlaces Mentor(MentorPlaces state, MentorPlaces.Command command) => Events(state, command).Aggregate(state, MentorPlaces.Evolve);

    private static string Refused(MentorPlaces state, MentorPlaces.Command command) =>
        Assert.IsType<Decision<MentorPlaces.Event>.Rejected>(MentorPlaces.Decide(state, command, Now)).Reason.Code;

    private static MenteeStanding Mentee(MenteeStanding state, MenteeStanding.Command command) =>
        Assert.IsType<Decision<MenteeStanding.Event>.Accepted>(MenteeStanding.Decide(state, command, Now)).Events.Aggregate(state, MenteeStanding.Evolve);

    private static string Refused(MenteeStanding state, MenteeStanding.Command command) =>
        Assert.IsType<Decision<MenteeStanding.Event>.Rejected>(MenteeStanding.Decide(state, command, Now)).Reason.Code;
}
