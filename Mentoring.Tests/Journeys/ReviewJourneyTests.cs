using System.Net;

namespace Mentoring.Tests.Journeys;

/// <summary>What people are asked, and who may read what they answered.</summary>
public sealed class ReviewJourneyTests
{
    [Fact]
    [Trait("Requirement", "RV1")]
    [Trait("Requirement", "RV2")]
    [Trait("Requirement", "RV8")]
    public async Task Both_are_asked_half_way_and_at_the_end_each_with_a_form_of_their_own()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        var page = await journey.PartnershipAsync(mentee);
        await journey.AdvanceToAsync(page.GetProperty("interimReview").GetDateTimeOffset().AddMinutes(1));
        var interim = new[] { await QuestionsAsync(journey, mentee, "review-interim"), await QuestionsAsync(journey, mentor, "review-interim") };
        await journey.AdvanceToAsync(page.GetProperty("ends").GetDateTimeOffset().AddMinutes(1));
        var final = new[] { await QuestionsAsync(journey, mentee, "review-final"), await QuestionsAsync(journey, mentor, "review-final") };

        Assert.Equal(4, interim.Concat(final).Select(form => string.Join('|', form.Values)).Distinct().Count());
        Assert.All(interim, form => Assert.Superset(new HashSet<string> { "meetingPlace", "meetingTimes", "contact", "share" }, form.Keys.ToHashSet()));
        Assert.All(final, form => Assert.Superset(new HashSet<string> { "objectives", "continue", "share", "purpose" }, form.Keys.ToHashSet()));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task While_a_review_is_open_ones_own_page_names_it_and_until_when_to_answer_and_after_the_term_no_date_of_the_past_as_to_come()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        var page = await journey.PartnershipAsync(mentee);
        await journey.AdvanceToAsync(page.GetProperty("interimReview").GetDateTimeOffset().AddMinutes(1));
        Assert.Contains("We have asked you how it is going. Please answer by", await OwnAsync(journey, mentee), StringComparison.Ordinal);
        await journey.ReviewAsync(mentee, "review-interim");
        Assert.DoesNotContain("We have asked you", await OwnAsync(journey, mentee), StringComparison.Ordinal);
        Assert.Contains("We have asked you how it is going.", await OwnAsync(journey, mentor), StringComparison.Ordinal);

        var ends = page.GetProperty("ends").GetDateTimeOffset();
        await journey.AdvanceToAsync(ends.AddMinutes(1));
        var standing = (await journey.GetJsonAsync(journey.OwnPageOf(mentor))).GetProperty("standings")[0];
        Assert.Equal(("in-partnership", ends.AddDays(21).Date), (standing.GetProperty("state").GetString(), standing.GetProperty("answerBy").GetDateTimeOffset().Date));
        foreach (var person in new[] { mentee, mentor })
        {
            var words = await OwnAsync(journey, person);
            Assert.Contains("Its term ended on", words, StringComparison.Ordinal);
            Assert.Contains("whether you would like it to continue. Please answer by", words, StringComparison.Ordinal);
            Assert.Contains("You both look back, and say whether you would like to continue", words, StringComparison.Ordinal);
            Assert.DoesNotContain("It runs until", words, StringComparison.Ordinal);
        }

        await journey.ReviewAsync(mentor, "review-final", ("continue", "yes"));
        Assert.Contains("We have your answers, thank you. When Tom Hughes has answered too", await OwnAsync(journey, mentor), StringComparison.Ordinal);
        await journey.ReviewAsync(mentee, "review-final", ("continue", "yes"));
        Assert.Contains("It runs until", await OwnAsync(journey, mentor), StringComparison.Ordinal);
        journey.HasNoFaults();

        static async Task<string> OwnAsync(Journey journey, string person) => Pages.Rendered.Words(Pages.Rendered.Parse((await journey.GetAsync(journey.OwnPageOf(person))).Body));
    }

    [Theory]
    [Trait("Requirement", "RF10")]
    [InlineData("mentee")]
    [InlineData("mentor")]
    public async Task Either_can_ask_for_a_review_at_any_point_and_both_answer(string who)
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(9);
        var ask = journey.PartnershipOf(who == "mentee" ? mentee : mentor) + "/review";
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(ask)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(ask)).Status);

        Assert.Single(journey.Mails(mentee, "review-interim"));
        Assert.Single(journey.Mails(mentor, "review-interim"));
        await journey.ReviewAsync(mentee, "review-interim", ("meetingPlace", "Online"));
        await journey.ReviewAsync(mentor, "review-interim");
        Assert.Equal("active", (await journey.PartnershipAsync(mentee)).GetProperty("state").GetString());
        await journey.AdvanceDaysAsync(30);
        Assert.Empty(journey.Mails(mentee, "review-reminder"));
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(ask)).Status);
        Assert.Equal(2, journey.Mails(mentor, "review-interim").Count);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task A_review_nobody_answers_is_asked_for_twice_more_and_closes_without_harm()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceToAsync((await journey.PartnershipAsync(mentee)).GetProperty("interimReview").GetDateTimeOffset().AddDays(22));
        foreach (var person in new[] { mentee, mentor })
        {
            Assert.Equal(2, journey.Mails(person, "review-reminder").Count);
            Assert.Equal("active", (await journey.PartnershipAsync(person)).GetProperty("state").GetString());
        }

        var page = journey.LinkTo(mentee, "review-interim", "/reviews/");
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await journey.PostAsync(page, ("useful", "3"), ("share", "no"))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF3")]
    public async Task Whoever_is_reminded_after_the_partner_said_no_reads_nothing_of_a_decision_that_was_made()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        var ends = (await journey.PartnershipAsync(mentee)).GetProperty("ends").GetDateTimeOffset();
        await journey.AdvanceToAsync(ends.AddMinutes(1));
        await journey.ReviewAsync(mentee, "review-final", ("continue", "no"));
        Assert.Single(journey.Mails(mentor, "partnership-ended"));
        await journey.AdvanceToAsync(ends.AddDays(22));

        var reminders = journey.Mails(mentor, "review-reminder").Where(mail => mail.SentAt > ends).ToList();
        Assert.NotEmpty(reminders);
        Assert.All(reminders, mail => Assert.DoesNotContain("continues only if you both say so", Journey.WordsOf(mail), StringComparison.Ordinal));
        Assert.All(reminders, mail => Assert.Contains("Nothing depends on it", Journey.WordsOf(mail), StringComparison.Ordinal));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RV5")]
    [Trait("Requirement", "RV11")]
    [Trait("Requirement", "B10")]
    public async Task What_is_answered_in_confidence_shows_nowhere_but_to_its_author()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = await journey.PairAsync();
        await journey.PostAsync(journey.PartnershipOf(mentee) + "/review");
        await journey.ReviewAsync(mentee, "review-interim", ("progress", "Xylophone lessons"), ("meetingPlace", "Xanadu"), ("support", "Xenial words"));
        await journey.AdvanceToAsync((await journey.PartnershipAsync(mentee)).GetProperty("ends").GetDateTimeOffset().AddMinutes(1));
        await journey.ReviewAsync(mentor, "review-final", ("continue", "no"), ("progress", "Xerography at last"));

        foreach (var path in new[]
        {
            "/coordinator", $"/coordinator/rounds/{journey.Round}", "/coordinator/journal", $"/api/coordinator/rounds/{journey.Round}",
            $"/api/coordinator/rounds/{journey.Round}/matches", $"/api/coordinator/rounds/{journey.Round}/export.csv", "/api/coordinator/journal",
            journey.PartnershipOf(mentee), journey.PartnershipOf(mentor), journey.OwnPageOf(mentor), journey.LinkTo(mentee, "review-interim", "/reviews/"),
        })
        {
            foreach (var json in new[] { true, false })
                Assert.DoesNotMatch("Xylophone|Xanadu|Xenial|Xerography", (await journey.GetAsync(path, json)).Body);
        }

        Assert.All(journey.Host.Mailbox.Read(), mail => Assert.DoesNotMatch("Xylophone|Xanadu|Xenial|Xerography", mail.Mail.Text + mail.Mail.Html));
        Assert.Contains("Xylophone", (await journey.GetAsync(journey.OwnPageOf(mentee) + "/data", json: true)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Xylophone", (await journey.GetAsync(journey.OwnPageOf(mentor) + "/data", json: true)).Body, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    /// <summary>Code → label, in order.</summary>
    private static async Task<Dictionary<string, string>> QuestionsAsync(Journey journey, string email, string template) =>
        (await journey.GetJsonAsync(journey.LinkTo(email, template, "/reviews/"))).GetProperty("questions").EnumerateArray()
        .ToDictionary(question => question.GetProperty("code").GetString()!, question => question.GetProperty("label").GetString()!);
}
