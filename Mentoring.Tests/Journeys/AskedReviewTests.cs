using System.Net;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>Reviews outside the calendar, however often they are asked for and however long a pair goes on.</summary>
public sealed class AskedReviewTests
{
    [Fact]
    [Trait("Requirement", "RF10")]
    public async Task A_review_asked_for_in_a_second_term_is_mailed_to_both()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        await AskAsync(journey, mentee);
        await journey.AdvanceDaysAsync(190);
        await GoOnAsync(journey, mentee, mentor);
        foreach (var person in new[] { mentee, mentor })
            Assert.Equal(2, journey.Mails(person, "review-interim").Count);

        await AskAsync(journey, mentor);
        foreach (var person in new[] { mentee, mentor })
            Assert.Equal(3, journey.Mails(person, "review-interim").Count);
        await journey.ReviewAsync(mentee, "review-interim");
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF10")]
    public async Task A_review_that_is_open_when_both_go_on_is_looked_after_until_it_closes()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(175);
        await AskAsync(journey, mentee);
        await journey.AdvanceDaysAsync(12);
        await GoOnAsync(journey, mentee, mentor);
        await journey.AdvanceDaysAsync(20);

        Assert.Empty(await OpenAsync(journey));
        Assert.Contains("review-reminder", journey.Templates(mentor));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RV1")]
    public async Task An_interim_review_that_may_be_answered_beyond_the_term_is_closed_when_both_go_on()
    {
        await using var journey = await Journey.StartAsync(settings =>
        {
            SchemeJson.Put(settings, "termMonths", "6");
            SchemeJson.Put(settings, "reviews.interimAfterMonths", "5");
            SchemeJson.Put(settings, "reviews.answerDays", "60");
        });
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceToAsync((await journey.PartnershipAsync(mentee)).GetProperty("ends").GetDateTimeOffset().AddMinutes(1));
        Assert.Equal(4, (await OpenAsync(journey)).Count);
        await GoOnAsync(journey, mentee, mentor);

        Assert.Empty(await OpenAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_form_of_which_its_partnership_knows_no_more_is_closed_by_the_sweeper_when_its_time_is_over()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, _) = await journey.PairAsync();
        await AskAsync(journey, mentee);
        await foreach (var row in journey.Host.Ledger.ListAsync(journey.Round, Stages.Partnerships.Kind, default))
        {
            var active = Assert.IsType<Partnership.Active>(Stages.Partnerships.Of(row));
            var anew = Stages.Partnerships.Write(active with { Term = active.Term with { Asked = 0 } });
            await journey.Host.Ledger.CommitAsync(new LedgerChange(journey.Round, "anew", [new RowWrite.Replace(row.Key, anew, row.Version, row.DueAt)], []), default);
        }

        await journey.AdvanceDaysAsync(25);
        Assert.Empty(await OpenAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Whoever_has_answered_reads_until_when_the_partner_can_and_is_offered_another_review_after_that()
    {
        const string Button = "Ask for a review now";
        const string Waits = "Maya Okafor</bdi> can answer it until";
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await AskAsync(journey, mentee);
        await journey.ReviewAsync(mentee, "review-interim");
        var between = await PageAsync(mentee);
        Assert.Contains(Waits, between, StringComparison.Ordinal);
        Assert.DoesNotContain(Button, between, StringComparison.Ordinal);
        Assert.DoesNotContain("can answer it until", await PageAsync(mentor), StringComparison.Ordinal);

        await journey.ReviewAsync(mentor, "review-interim");
        var after = await PageAsync(mentee);
        Assert.DoesNotContain(Waits, after, StringComparison.Ordinal);
        Assert.Contains(Button, after, StringComparison.Ordinal);
        journey.HasNoFaults();

        async Task<string> PageAsync(string who) => (await journey.GetAsync(journey.PartnershipOf(who))).Body;
    }

    [Theory]
    [InlineData("end")]
    [InlineData("erase")]
    [Trait("Requirement", "RF10")]
    public async Task A_pair_that_asked_for_many_reviews_can_end_and_be_forgotten(string how)
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        for (var number = 0; number < 48; number++)
        {
            await AskAsync(journey, mentee);
            await journey.ReviewAsync(mentee, "review-interim", ("progress", "Marmalade days"));
            await journey.ReviewAsync(mentor, "review-interim");
        }

        if (how == "end")
            await journey.EndAsync(mentee, "other");
        else
            Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(mentee, "erase", ("confirm", "yes"))).Status);
        Assert.Contains("partnership-ended", journey.Templates(mentor));
        foreach (var row in await LedgerImage.RowsAsync(journey.Host.Ledger))
            Assert.False(how == "erase" && row.Json.Contains("Marmalade", StringComparison.Ordinal), row.Key.ToString());
        journey.HasNoFaults();
    }

    private static async Task AskAsync(Journey journey, string who)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(journey.PartnershipOf(who) + "/review")).Status);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task GoOnAsync(Journey journey, string mentee, string mentor)
    {
        foreach (var person in new[] { mentee, mentor })
            await journey.ReviewAsync(person, "review-final", ("continue", "yes"));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("partnership-continued", journey.Templates(mentee));
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(Journey journey)
    {
        var open = new List<string>();
        await foreach (var (key, review) in new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Reviews, null, default))
        {
            if (review is Review.Open)
                open.Add(key.Id);
        }

        return open;
    }
}
