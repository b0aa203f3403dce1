using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Partnerships;

namespace Mentoring.Tests.Reviews;

public class ReviewDeskTests
{
    private const string Interim = "p-1.interim.1.mentee";

    private static readonly (string, string)[] Good = [("useful", "4"), ("progress", "A good way."), ("share", "yes"), ("purpose", "partner"), ("purpose", "report-figures")];

    [Fact]
    [Trait("Requirement", "RV1")]
    [Trait("Requirement", "RV5")]
    public async Task Answers_are_taken_with_the_purposes_their_author_allows()
    {
        using var rig = await InterimAsync();
        var page = await rig.GetAsync("reviews", rig.Token(Party.Mentee, "interim.1"), json: false);
        Assert.Equal(200, page.Status);
        Assert.Contains("Where do you meet?", page.Body, StringComparison.Ordinal);

        Assert.Equal(303, (await rig.PostAsync("reviews", rig.Token(Party.Mentee, "interim.1"), json: false, Good)).Status);
        var answered = Assert.IsType<Review.Answered>(await State(rig, Interim));
        Assert.Equal(["partner", "report-figures"], answered.Answers.Purposes);
        Assert.Equal(["A good way."], new AllowedAnswers(answered).For(ReviewPurposes.Partner)!.Values["progress"]);
        Assert.Null(new AllowedAnswers(answered).For(ReviewPurposes.ImproveScheme));
    }

    [Fact]
    public async Task The_same_answers_again_are_fine_and_others_are_a_conflict()
    {
        using var rig = await InterimAsync();
        var token = rig.Token(Party.Mentee, "interim.1");
        Assert.Equal(303, (await rig.PostAsync("reviews", token, json: false, Good)).Status);
        Assert.Equal(303, (await rig.PostAsync("reviews", token, json: false, [.. Good.Reverse()])).Status);
        var other = await rig.PostAsync("reviews", token, json: false, ("useful", "1"), ("share", "no"));
        Assert.Equal(409, other.Status);
        Assert.Contains("You have sent this review already.", other.Body, StringComparison.Ordinal);
        var problem = await rig.PostAsync("reviews", token, json: true, ("useful", "1"), ("share", "no"));
        Assert.Equal(409, problem.Status);
        Assert.Contains("\"code\":\"review-answered\"", problem.Body, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"answered\"", (await rig.GetAsync("reviews", token, json: true)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_stand_at_their_fields_and_nothing_typed_is_lost()
    {
        using var rig = await InterimAsync();
        var page = await rig.PostAsync("reviews", rig.Token(Party.Mentee, "interim.1"), json: false, ("useful", "9"), ("progress", "Typed with care"), ("share", "yes"));
        Assert.Equal(422, page.Status);
        Assert.Contains("href=\"#useful\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"#purpose\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("Typed with care", page.Body, StringComparison.Ordinal);
        Assert.IsType<Review.Open>(await State(rig, Interim));
    }

    [Fact]
    public async Task A_closed_review_is_gone_before_and_after_the_clock_says_so()
    {
        using var rig = await InterimAsync();
        var token = rig.Token(Party.Mentee, "interim.1");
        rig.Time.Now = Sample.Day(220);
        Assert.Equal(410, (await rig.PostAsync("reviews", token, json: false, Good)).Status);
        await rig.AskAsync(new Request.ToReview(Interim, new Review.Command.Tick()));
        Assert.Equal(410, (await rig.PostAsync("reviews", token, json: false, Good)).Status);
        Assert.Equal(410, (await rig.GetAsync("reviews", token)).Status);
    }

    [Fact]
    public async Task Words_that_come_too_late_or_a_second_time_are_shown_to_whoever_wrote_them()
    {
        using var rig = await InterimAsync();
        var token = rig.Token(Party.Mentee, "interim.1");
        Assert.Equal(303, (await rig.PostAsync("reviews", token, json: false, Good)).Status);
        var second = await rig.PostAsync("reviews", token, json: false, ("useful", "1"), ("share", "no"), ("progress", "None since May."));
        Assert.Contains("What you wrote just now", second.Body, StringComparison.Ordinal);
        Assert.Contains("None since May.", second.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("What you wrote just now", (await rig.GetAsync("reviews", token, json: false)).Body, StringComparison.Ordinal);

        rig.Time.Now = Sample.Day(220);
        var late = await rig.PostAsync("reviews", rig.Token(Party.Mentor, "interim.1"), json: false, Good);
        Assert.Equal(410, late.Status);
        Assert.Contains("A good way.", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RP12")]
    public async Task A_word_to_the_coordinator_is_passed_on_once()
    {
        using var rig = await InterimAsync();
        Assert.Equal(303, (await rig.PostAsync("reviews", rig.Token(Party.Mentor, "interim.1"), json: false, Good)).Status);
        Assert.Empty(await AttentionAsync(rig));

        var token = rig.Token(Party.Mentee, "interim.1");
        for (var click = 0; click < 2; click++)
            Assert.Equal(303, (await rig.PostAsync("reviews", token, json: false, [.. Good, ("toCoordinator", "We have not met since May.")])).Status);
        var mail = Assert.Single(await AttentionAsync(rig));
        Assert.Equal((null, Interim, null), (mail.To, mail.About, mail.Link));
        Assert.DoesNotContain("May", mail.Note, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RF3")]
    [Trait("Requirement", "RF9")]
    public async Task The_partnership_continues_where_both_say_so_in_the_final_review()
    {
        using var rig = await FinalAsync();
        foreach (var party in new[] { Party.Mentor, Party.Mentee })
        {
            Assert.Equal(422, (await rig.PostAsync("reviews", rig.Token(party, "final.1"), json: false, ("useful", "5"), ("objectives", "fully"), ("share", "no"))).Status);
            Assert.Equal(303, (await rig.PostAsync("reviews", rig.Token(party, "final.1"), json: false, ("useful", "5"), ("objectives", "fully"), ("continue", "yes"), ("share", "no"))).Status);
        }

        Assert.Equal(2, Assert.IsType<Partnership.Active>(await rig.Reader.StateAsync(Stages.Partnerships, PairRig.Round, "p-1", default)).Term.Number);
    }

    [Fact]
    [Trait("Requirement", "RF3")]
    public async Task Once_one_has_said_no_neither_reads_of_a_decision_to_come_and_the_other_is_no_longer_asked_for_it()
    {
        using var rig = await FinalAsync();
        var (first, second) = (rig.Token(Party.Mentee, "final.1"), rig.Token(Party.Mentor, "final.1"));
        (string, string)[] no = [("useful", "5"), ("objectives", "fully"), ("continue", "no"), ("share", "no")];
        Assert.Equal(303, (await rig.PostAsync("reviews", first, json: false, no)).Status);
        // A second click says the same, and finds it said.
        Assert.Equal(303, (await rig.PostAsync("reviews", first, json: false, no)).Status);
        Assert.Contains("It is settled whether the partnership continues", (await rig.GetAsync("reviews", first)).Body, StringComparison.Ordinal);

        var form = (await rig.GetAsync("reviews", second)).Body;
        Assert.DoesNotContain("name=\"continue\"", form, StringComparison.Ordinal);
        Assert.Contains("name=\"useful\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("\"code\":\"continue\"", (await rig.GetAsync("reviews", second, json: true)).Body, StringComparison.Ordinal);
        Assert.Equal(303, (await rig.PostAsync("reviews", second, json: false, ("useful", "4"), ("objectives", "mostly"), ("share", "no"))).Status);
        Assert.Equal(303, (await rig.PostAsync("reviews", second, json: false, ("useful", "4"), ("objectives", "mostly"), ("share", "no"))).Status);
        Assert.Contains("There is nothing more for you to do.", (await rig.GetAsync("reviews", second)).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RF3")]
    public async Task The_first_to_say_yes_waits_for_the_other_and_after_the_second_it_is_settled_for_both()
    {
        using var rig = await FinalAsync();
        (string, string)[] yes = [("useful", "5"), ("objectives", "fully"), ("continue", "yes"), ("share", "no")];
        var (first, second) = (rig.Token(Party.Mentor, "final.1"), rig.Token(Party.Mentee, "final.1"));
        await rig.PostAsync("reviews", first, json: false, yes);
        Assert.Contains("has answered too, we write to you both", (await rig.GetAsync("reviews", first)).Body, StringComparison.Ordinal);

        await rig.PostAsync("reviews", second, json: false, yes);
        foreach (var token in new[] { first, second })
        {
            var page = (await rig.GetAsync("reviews", token)).Body;
            Assert.Contains("It is settled whether the partnership continues", page, StringComparison.Ordinal);
            Assert.DoesNotContain("has answered too", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_no_review_was_asked_for_there_is_none()
    {
        using var rig = await PairRig.SignedAsync();
        Assert.Equal(404, (await rig.GetAsync("reviews", Party.Mentee)).Status);
    }

    private static async Task<PairRig> InterimAsync()
    {
        var rig = await PairRig.SignedAsync();
        var active = Assert.IsType<Partnership.Active>(await rig.Reader.StateAsync(Stages.Partnerships, PairRig.Round, "p-1", default));
        rig.Time.Now = active.Term.Interim.Instant;
        await rig.AskAsync(new Request.ToPartnership("p-1", new Partnership.Command.Tick(active.Term.Ends)));
        return rig;
    }

    /// <summary>The term is over, and both are asked.</summary>
    private static async Task<PairRig> FinalAsync()
    {
        var rig = await PairRig.SignedAsync();
        var active = Assert.IsType<Partnership.Active>(await rig.Reader.StateAsync(Stages.Partnerships, PairRig.Round, "p-1", default));
        rig.Time.Now = active.Term.Ends.Instant;
        await rig.AskAsync(new Request.ToPartnership("p-1", new Partnership.Command.Tick(active.Term.Ends.PlusDays(21, new TimeOnly(12, 0)))));
        return rig;
    }

    private static async Task<Review> State(PairRig rig, string id) => await rig.Reader.StateAsync(Stages.Reviews, PairRig.Round, id, default);

    private static async Task<List<MailDraft>> AttentionAsync(PairRig rig)
    {
        var mails = new List<MailDraft>();
        await foreach (var row in rig.Ledger.ListAsync(PairRig.Round, OutboxMail.Kind, default))
        {
            if (row.Key.Id.StartsWith(MailTemplates.CoordinatorAttention, StringComparison.Ordinal))
                mails.Add((await rig.Reader.RowAsync<OutboxMail>(new RowKey(PairRig.Round, OutboxMail.Kind, row.Key.Id), default))!.Draft);
        }

        return mails;
    }
}
