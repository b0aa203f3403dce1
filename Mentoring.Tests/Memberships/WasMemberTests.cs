using System.Net;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Memberships;

/// <summary>Whoever the records had as a member once is not put out as somebody who never was one.</summary>
public sealed class WasMemberTests : MembershipJourney
{
    [Fact]
    [Trait("Requirement", "B11")]
    public async Task Records_that_forget_a_member_for_a_while_and_then_name_another_grade_cost_nobody_their_partner()
    {
        await using var journey = await StartAsync();
        var (mentee, mentor) = await PairAsync(journey);
        Directory.Trouble = (_, _) => Task.FromResult(FakeDirectory.Answer(HttpStatusCode.NotFound));
        await journey.AdvanceDaysAsync(33);
        Directory.Trouble = null;
        Directory.With("M-2", grade: "SILVER");
        await journey.AdvanceDaysAsync(2);

        Assert.DoesNotContain("registration-withdrawn", journey.Templates(mentor));
        Assert.DoesNotContain("partnership-ended", journey.Templates(mentee));
        Assert.Empty(await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_member_who_corrects_their_number_to_one_that_has_lapsed_has_the_days_of_grace()
    {
        await using var journey = await StartAsync();
        Directory.With("M-1").With("M-9", "lapsed");
        var mentor = await journey.RegisterAsync(Mentor("Maya Okafor", "M-1", 1));
        var changed = Mentor("Maya Okafor", "M-9", 1);
        await journey.PostAsync(journey.OwnPageOf(mentor), [.. changed.Names.SelectMany(name => changed[name].Select(value => (name, value)))]);
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(1);

        Assert.Equal(["registration-received", "registration-amended", "membership-lapsed"], journey.Templates(mentor).Where(template => template != "round-run"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task While_the_records_are_down_beyond_the_days_of_grace_nothing_names_a_day_that_has_passed()
    {
        await using var journey = await StartAsync();
        var (_, mentor) = await PairAsync(journey);
        Directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(33);
        Assert.Contains("Please renew it by noon on Friday 29 November 2024", await WordsAsync(journey, journey.OwnPageOf(mentor)), StringComparison.Ordinal);
        Directory.IsDown = true;
        await journey.AdvanceDaysAsync(40);

        foreach (var page in new[] { journey.OwnPageOf(mentor), journey.PartnershipOf(mentor) })
        {
            var words = await WordsAsync(journey, page);
            Assert.Contains("Please renew it now", words, StringComparison.Ordinal);
            Assert.DoesNotContain("29 November", words, StringComparison.Ordinal);
        }

        Assert.Contains("The time to renew it is over", (await journey.FiguresAsync()).GetProperty("needsAttention").ToString(), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task Without_days_of_grace_the_mail_about_a_lapse_names_no_moment_that_has_passed()
    {
        await using var journey = await StartAsync(afterGrace: "end", graceDays: 0);
        var (_, mentor) = await PairAsync(journey);
        Directory.IsDown = true;
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 30, 13, 0, 0, TimeSpan.Zero));
        Directory.With("M-2", "lapsed").IsDown = false;
        await journey.AdvanceDaysAsync(1);

        var words = Journey.WordsOf(journey.MailTo(mentor, "membership-lapsed"));
        Assert.Contains("Please renew your membership now.", words, StringComparison.Ordinal);
        Assert.Contains("If your membership is not renewed when we next ask the membership records, the partnership ends", words, StringComparison.Ordinal);
        Assert.Single(journey.Mails(mentor, "partnership-ended"));
        journey.HasNoFaults();
    }
}
