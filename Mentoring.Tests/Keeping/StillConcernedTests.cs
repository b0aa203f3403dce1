using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Schemes;
using static Mentoring.Tests.Keeping.RetentionJourneyTests;

namespace Mentoring.Tests.Keeping;

/// <summary>Nobody is forgotten whom something still concerns, though the time after the partnership is over.</summary>
public sealed class StillConcernedTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_asked_how_it_was_may_answer_before_they_are_forgotten(bool rolling)
    {
        await using var journey = await Journey.StartAsync(rolling ? settings => Rolling(LongToAnswer, settings) : LongToAnswer, InSeptember);
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await (rolling ? journey.AdvanceAsync(TimeSpan.FromHours(1)) : journey.CloseAsync());
        await journey.AcceptAsync(mentee);
        await journey.SignBothAsync(mentee, mentor);
        await journey.AdvanceDaysAsync(50);

        await journey.EndAsync(mentee, "other", ("again", "no"));
        await journey.AdvanceDaysAsync(45);
        await journey.ReviewAsync(mentee, "review-final", ("progress", "Marmalade days"));
        await journey.AdvanceDaysAsync(20);

        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(mentee))).Status);
        journey.HasNoFaults();

        static void LongToAnswer(JsonObject settings)
        {
            Journey.ShortTerm(settings);
            SchemeJson.Put(settings, "retention.months", "1");
            SchemeJson.Put(settings, "reviews.answerDays", "60");
        }
    }

    [Fact]
    public async Task A_mentor_who_came_along_from_an_earlier_round_is_kept_while_a_partnership_from_there_runs()
    {
        await using var journey = await Journey.StartAsync(settings =>
        {
            TwoRounds.Settings(settings);
            SchemeJson.Put(settings, "termMonths", "12");
            SchemeJson.Put(settings, "retention.months", "2");
        });
        var (_, mentor) = await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", 2));
        var (ann, _) = await TwoRounds.InSecondAsync(journey);
        await journey.AdvanceDaysAsync(150);

        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(ann))).Status);
        Assert.Contains("Maya Okafor", string.Concat((await LedgerImage.RowsAsync(journey.Host.Ledger)).Where(row => row.Key.Partition == "2025").Select(row => row.Json)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(mentor))).Status);
        journey.HasNoFaults();
    }
}
