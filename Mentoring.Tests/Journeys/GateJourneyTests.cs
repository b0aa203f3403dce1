using System.Net;
using System.Text.RegularExpressions;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>Schemes that ask that mentors are trained, or more experienced than their mentees.</summary>
public sealed class GateJourneyTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    [Trait("Requirement", "RE21")]
    public async Task A_mentor_who_has_yet_to_be_trained_is_matched_as_soon_as_they_say_that_they_are()
    {
        await using var journey = await StartAsync("""{ "mentorTraining": true }""");
        var (mentee, mentor) = (await journey.RegisterAsync(Cast.Mentee("Tom Hughes")), await journey.RegisterAsync(Cast.Mentor("Maya Okafor")));
        await journey.CloseAsync();

        Assert.Contains("mentors who have completed their training", Journey.WordsOf(journey.MailTo(mentee, "round-unmatched")), StringComparison.Ordinal);
        foreach (var words in (string[])[Journey.WordsOf(journey.MailTo(mentor, "registration-received")), Journey.WordsOf(journey.MailTo(mentor, "round-run")), await PageAsync(journey, mentor)])
        {
            Assert.Contains("mentors complete a training before anybody is matched with them", words, StringComparison.Ordinal);
            Assert.DoesNotContain("there is nothing for you to do", words, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(mentor, "training")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(mentor, "training")).Status);
        await journey.AdvanceAsync(HalfAnHour);
        var id = Rendered.Parse((await journey.GetAsync("/coordinator/people?q=Maya%20Okafor")).Body).QuerySelector("main a[href^='/coordinator/people/']")!.GetAttribute("href")!;
        var story = Rendered.Words(Rendered.Parse((await journey.GetAsync(id)).Body));
        Assert.True(Regex.Count(story, "Completed the training for mentors") == 1, story);
        Assert.Contains("completed, by their own word", story, StringComparison.Ordinal);
        Assert.Contains("As a mentor: you are available", await PageAsync(journey, mentor), StringComparison.Ordinal);
        await journey.AcceptAsync(mentee);
        Assert.Single(journey.Mails(mentor, "introduction"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE21")]
    public async Task A_mentor_who_says_so_at_the_form_is_matched_with_the_others_and_a_mentee_has_no_training_to_complete()
    {
        await using var journey = await StartAsync("""{ "mentorTraining": true }""");
        var (mentee, mentor) = (await journey.RegisterAsync(Cast.Mentee("Tom Hughes")), await journey.RegisterAsync(Cast.Mentor("Maya Okafor").With("mentorTraining", "yes")));

        Assert.DoesNotContain("complete a training", Journey.WordsOf(journey.MailTo(mentor, "registration-received")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await journey.PressAsync(mentee, "training")).Status);
        await journey.CloseAsync();
        Assert.Single(journey.Mails(mentee, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE22")]
    public async Task A_mentee_is_offered_the_mentor_who_has_more_years_in_the_profession_though_another_fits_as_well()
    {
        await using var journey = await StartAsync("""{ "moreExperience": true }""");
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning", "wellbeing").With("experience", "8"));
        await journey.RegisterAsync(Cast.Mentor("Young Mentor", 1, "career-planning", "wellbeing").With("experience", "8"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "wellbeing").With("experience", "9"));
        await journey.CloseAsync();

        var words = Journey.WordsOf(journey.MailTo(mentee, "offer"));
        Assert.Contains("Maya Okafor", words, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    private static Task<Journey> StartAsync(string gates) => Journey.StartAsync(settings => SchemeJson.Put(settings, "gates", gates));

    private static async Task<string> PageAsync(Journey journey, string registration) =>
        Rendered.Words(Rendered.Parse((await journey.GetAsync(journey.OwnPageOf(registration))).Body));
}
