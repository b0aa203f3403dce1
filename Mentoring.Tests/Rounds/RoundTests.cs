using Mentoring.Core;
using Mentoring.Core.Rounds;
using Mentoring.Core.Time;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

public sealed class RoundTests
{
    private static readonly RoundPlan Plan = new(
        "2024", LocalInstant.Resolve(new DateTime(2024, 9, 4, 9, 0, 0), "Europe/London"), LocalInstant.Resolve(new DateTime(2024, 9, 30, 12, 0, 0), "Europe/London"), 12, 42);

    private static readonly DateTimeOffset Before = Plan.Deadline.Instant.AddSeconds(-1);
    private static readonly DateTimeOffset Deadline = Plan.Deadline.Instant;
    private static readonly MatchingRecord Record = new("run", "digest", Deadline, 3, 2, 2, 2, 500);

    private static readonly Round None = new Round.None();
    private static readonly Round Planned = new Round.Planned(Plan);
    private static readonly Round Closed = new Round.Closed(Plan, Deadline);
    private static readonly Round Matched = new Round.Matched(Plan, Record);
    private static readonly Round Announced = new Round.Announced(Plan, Record, Deadline, WaitingUpdateSent: false);

    [Fact]
    public void A_round_is_opened_once_and_the_same_again_is_no_fault()
    {
        Assert.Equal(Planned, After(None, new Round.Command.Create(Plan), Before));
        Assert.Equal(Planned, After(Planned, new Round.Command.Create(Plan), Before));
        Assert.Equal("round-exists", Refusal(Planned, new Round.Command.Create(Plan with { TermMonths = 6 }), Before));
        Assert.Equal("round-deadline-passed", Refusal(None, new Round.Command.Create(Plan), Deadline));
        Assert.Equal("round-deadline-before-opening", Refusal(None, new Round.Command.Create(Plan with { Opens = Plan.Deadline }), Before));
    }

    [Fact]
    [Trait("Requirement", "RM1")]
    public void Matching_waits_for_the_deadline_to_the_second()
    {
        Assert.Equal("round-not-due", Refusal(Planned, new Round.Command.Close(), Before));
        Assert.Equal(Closed, After(Planned, new Round.Command.Close(), Deadline));
        Assert.Equal("round-out-of-order", Refusal(Planned, new Round.Command.RecordMatching(Record), Deadline));
    }

    [Fact]
    [Trait("Requirement", "RE9")]
    public void Mentors_and_mentees_share_one_window()
    {
        var window = Plan.Window(TestScheme.Small);

        Assert.Equal((Plan.Opens, Plan.Deadline), (window.Opens, window.Deadline));
        Assert.Null(window.Refusal(Before));
        Assert.Equal("registration-closed", window.Refusal(Deadline)?.Code);
    }

    [Fact]
    public void A_deadline_can_be_extended_never_brought_forward_and_not_after_it_has_passed()
    {
        var later = LocalInstant.Resolve(new DateTime(2024, 10, 4, 12, 0, 0), "Europe/London");
        var earlier = LocalInstant.Resolve(new DateTime(2024, 9, 20, 12, 0, 0), "Europe/London");

        Assert.Equal(new Round.Planned(Plan with { Deadline = later }), After(Planned, new Round.Command.Extend(later), Before));
        Assert.Equal(Planned, After(Planned, new Round.Command.Extend(Plan.Deadline), Before));
        Assert.Equal("round-deadline-earlier", Refusal(Planned, new Round.Command.Extend(earlier), Before));
        Assert.Equal("round-deadline-passed", Refusal(Planned, new Round.Command.Extend(later), Deadline));
        Assert.Equal("round-deadline-passed", Refusal(Matched, new Round.Command.Extend(later), Deadline));
        Assert.Equal("round-unknown", Refusal(None, new Round.Command.Extend(later), Before));
    }

    [Fact]
    public void Every_step_can_be_taken_again_and_changes_nothing()
    {
        Assert.Equal(Matched, After(Closed, new Round.Command.RecordMatching(Record), Deadline));
        Assert.Equal(Matched, After(Matched, new Round.Command.RecordMatching(Record with { Run = "another" }), Deadline));
        Assert.Equal(Announced, After(Matched, new Round.Command.Announce(), Deadline));
        foreach (var command in new Round.Command[] { new Round.Command.Close(), new Round.Command.RecordMatching(Record), new Round.Command.Announce() })
            Assert.Equal(Announced, After(Announced, command, Deadline));
    }

    [Fact]
    public void Whoever_waits_is_written_to_once_on_the_fixed_date()
    {
        var due = Plan.UpdateOn.Instant;
        var updated = new Round.Announced(Plan, Record, Deadline, WaitingUpdateSent: true);

        Assert.Equal(Announced, After(Announced, new Round.Command.UpdateWaiting(), due.AddSeconds(-1)));
        Assert.Equal(updated, After(Announced, new Round.Command.UpdateWaiting(), due));
        Assert.Equal(updated, After(updated, new Round.Command.UpdateWaiting(), due));
        Assert.Equal(due, Round.DueAt(Announced));
        Assert.Null(Round.DueAt(updated));
    }

    private static Round After(Round state, Round.Command command, DateTimeOffset now) =>
        Assert.IsType<Decision<Round.Event>.Accepted>(Round.Decide(state, command, now)).Events.Aggregate(state, Round.Evolve);

    private static string Refusal(Round state, Round.Command command, DateTimeOffset now) =>
        Assert.IsType<Decision<Round.Event>.Rejected>(Round.Decide(state, command, now)).Reason.Code;
}
