using Mentoring.Core.Rounds;
using Mentoring.Tests.Registrations;
using static Mentoring.Tests.Journeys.TwoRounds;

namespace Mentoring.Tests.Journeys;

/// <summary>Offers and places of a first round while a second one runs.</summary>
public sealed class TwoRoundsTests
{
    [Fact]
    [Trait("Requirement", "RA1")]
    public async Task An_offer_that_waits_when_the_next_round_runs_can_still_be_accepted_and_its_place_is_not_given_twice()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        await journey.CloseAsync();
        var (ann, bob) = await InSecondAsync(journey);

        await journey.AcceptAsync(Tom);
        await journey.SignBothAsync(Tom, Maya);

        Assert.Single(journey.Mails(Maya, "introduction"));
        // One of her two places is Tom's.
        Assert.Single(journey.Mails(ann, "offer").Concat(journey.Mails(bob, "offer")));
        await journey.EndAsync(Tom, "objectives-met");
        await journey.AdvanceDaysAsync(1);
        Assert.Equal(2, journey.Mails(ann, "offer").Count + journey.Mails(bob, "offer").Count);
    }

    [Fact]
    [Trait("Requirement", "B6")]
    [Trait("Requirement", "RA3")]
    public async Task Across_two_rounds_a_mentor_whose_mentee_declined_gets_what_a_mentor_gets_for_whom_there_was_nobody()
    {
        var declined = await MayasMailsAsync(declines: true);
        var nobody = await MayasMailsAsync(declines: false);

        Assert.Contains("round-run", declined);
        Assert.Equal(2, declined.Count(template => template == "round-run"));
        Assert.Equal(nobody, declined);
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    [Trait("Requirement", "RA4")]
    public async Task A_mentor_who_becomes_free_in_the_earlier_round_is_offered_to_whoever_waits_in_the_later_one()
    {
        await using var journey = await StartAsync();
        await journey.PairAsync();
        var (ann, bob) = await InSecondAsync(journey);
        Assert.Empty(journey.Mails(ann, "offer").Concat(journey.Mails(bob, "offer")));

        await journey.EndAsync(Tom, "objectives-met");
        await journey.AdvanceDaysAsync(1);

        Assert.Single(journey.Mails(ann, "offer").Concat(journey.Mails(bob, "offer")));
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    public async Task A_mentee_who_comes_back_to_the_earlier_rounds_list_is_matched_with_the_later_rounds_mentors()
    {
        await using var journey = await StartAsync();
        await journey.PairAsync();
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        var wendy = await journey.RegisterAsync(Cast.Mentor("Wendy Ball"));
        await journey.AdvanceToAsync(SecondRan);

        await journey.EndAsync(Maya, "circumstances");
        await journey.AdvanceDaysAsync(1);

        Assert.Equal(2, journey.Mails(Tom, "offer").Count);
        await journey.AcceptAsync(Tom);
        Assert.Single(journey.Mails(wendy, "introduction"));
    }

    [Fact]
    public async Task Whoever_comes_back_and_finds_nobody_in_the_later_round_either_is_told_once()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AdvanceToAsync(SecondRan);

        await journey.DeclineAsync(Tom);
        await journey.AdvanceDaysAsync(1);

        Assert.Single(journey.Mails(Tom, "no-second-match"));
        Assert.IsType<MenteeStanding.Waiting>(Assert.Single(await StandingsAsync(journey), standing => standing is not MenteeStanding.Carried));
    }

    [Fact]
    public async Task A_mentor_who_came_along_and_is_not_available_after_an_ending_gets_nobody_in_the_later_round()
    {
        await using var journey = await StartAsync();
        await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", 2));
        var (ann, bob) = await InSecondAsync(journey);
        var (first, second) = journey.Mails(ann, "offer").Count == 1 ? (ann, bob) : (bob, ann);

        await journey.EndAsync(Maya, "capacity", ("available", "no"));
        await journey.DeclineAsync(first);
        await journey.AdvanceDaysAsync(1);

        Assert.Empty(journey.Mails(second, "offer"));
    }

    [Fact]
    public async Task Whoever_mentors_in_the_later_round_and_withdraws_ends_the_partnership_of_the_earlier_one_too()
    {
        await using var journey = await StartAsync();
        var robin = ValidFields.Both("Robin Both").With("seeks", "career-planning").With("offers", "relationships");
        await journey.PairAsync(mentee: robin);
        await InSecondAsync(journey);

        await journey.PressAsync("robin.both@university.example", "withdraw", ("confirm", "yes"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(journey.Mails(Maya, "partnership-ended"));
        Assert.Single(journey.Mails("robin.both@university.example", "registration-withdrawn"));
        journey.HasNoFaults();
    }

    private static async Task<IReadOnlyList<string>> MayasMailsAsync(bool declines)
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", declines ? "career-planning" : "wellbeing"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.CloseAsync();
        Assert.Equal(declines ? 1 : 0, journey.Mails(Tom, "offer").Count);
        await journey.AdvanceToAsync(SecondRan.AddDays(1));
        if (declines)
            await journey.DeclineAsync(Tom);
        await journey.AdvanceDaysAsync(120);
        return [.. journey.Templates(Maya)];
    }
}
