using Mentoring.Benchmarks;
using Mentoring.Core.Registrations;
using Mentoring.Tests.Journeys;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mentoring.Tests.Browser;

/// <summary>The scheme as two people live through it, in a real browser against the local host on a real port, whose clock they move.</summary>
[Collection(StoriesInABrowser.Name)]
public sealed class StoryTests(Chromium chromium)
{
    private const string MentorName = "Maya Okafor";
    private const string MenteeName = "Tom Hughes";

    [Fact]
    [Trait("Requirement", "RA13")]
    [Trait("Requirement", "RP4")]
    [Trait("Requirement", "RP11")]
    [Trait("Requirement", "RD11")]
    [Trait("Requirement", "RV1")]
    [Trait("Requirement", "RV2")]
    public Task By_mouse_from_the_form_to_the_final_review() => LiveAsync(page => new MouseHands(page), script: true);

    [Fact]
    public Task By_keyboard_alone_from_the_form_to_the_final_review() => LiveAsync(page => new KeyboardHands(page), script: true);

    [Fact]
    public Task Without_script_from_the_form_to_the_final_review() => LiveAsync(page => new MouseHands(page), script: false);

    private async Task LiveAsync(Func<IPage, Hands> by, bool script)
    {
        var port = BareEndpoint.FreePort();
        await using var journey = await Journey.StartAsync(Journey.ShortTerm, port: port);
        var page = await chromium.OpenAsync(new Uri($"http://localhost:{port}/"), script);
        var hands = by(page);
        var story = new Story(hands);
        var (mentor, mentee) = (Cast.Mentor(MentorName), Cast.Mentee(MenteeName));

        await RegisterTheMentorAsync(hands, story, mentor, script);
        await RegisterTheMenteeAsync(hands, story, mentee);
        await story.MoveTheClockAsync("1 day");
        await AcceptAsync(hands, story, mentee.First("email")!);
        await AgreeAsync(hands, story, mentor.First("email")!, mentee.First("email")!);
        await LookBackAsync(hands, story, mentor.First("email")!, mentee.First("email")!);

        await page.Context.DisposeAsync();
        journey.HasNoFaults();
    }

    /// <summary>With three mistakes at first: nothing that was typed is lost, and the summary leads to each field.</summary>
    private static async Task RegisterTheMentorAsync(Hands hands, Story story, FormFields mentor, bool script)
    {
        await story.OpenTheFormAsync();
        await story.FillInAboutYouAsync(mentor.With("email", "maya.okafor at university"), "Mentor");
        await hands.TypeAsync(hands.Field("How many mentees can you take on at a time?"), "7");
        await hands.TickAsync(hands.Answer("What can you offer?", "Career planning"));
        await hands.TickAsync(hands.Field("I have thought about the commitment, and I can give it the time it needs for about 6 months. If I register as a mentor, I have skills to pass on."));
        await hands.TickAsync(hands.Field("I have read the Handbook and the Code of conduct, and I will keep to the Code."));
        // With script, the field that was left wrong says so at once, and what is for mentees only is out of the way.
        await Expect(hands.Page.Locator("#email-error")).ToHaveCountAsync(script ? 1 : 0);
        await Expect(hands.Page.Locator("fieldset[data-role=mentee]")).ToBeVisibleAsync(new() { Visible = !script });
        await story.RegisterAsync();

        await Expect(hands.Page).ToHaveTitleAsync("Error: Register – Planners' Mentoring");
        await Expect(hands.Page.Locator(".summary a")).ToHaveCountAsync(3);
        await Expect(hands.Field("Full name")).ToHaveValueAsync(MentorName);
        await Expect(hands.Field("Short biography")).ToHaveValueAsync(mentor.First("biography")!);
        await Expect(hands.Field("How many mentees can you take on at a time?")).ToHaveValueAsync("7");
        await Expect(hands.Answer("What can you offer?", "Career planning")).ToBeCheckedAsync();
        await Expect(hands.Answer("Membership grade", "GOLD")).ToBeCheckedAsync();

        await CorrectAsync(hands, "email", hands.Field("Email address"), mentor.First("email")!);
        await CorrectAsync(hands, "capacity", hands.Field("How many mentees can you take on at a time?"), "1");
        await hands.TickAsync(hands.Page.Locator("#privacy"));
        await story.RegisterAsync();
        await story.HeadedAsync("Thank you: we have your registration");
    }

    private static async Task CorrectAsync(Hands hands, string name, ILocator field, string words)
    {
        await hands.ActivateAsync(hands.Page.Locator($".summary a[href='#{name}']"));
        await Expect(field).ToBeFocusedAsync();
        await hands.TypeAsync(field, words);
    }

    private static async Task RegisterTheMenteeAsync(Hands hands, Story story, FormFields mentee)
    {
        await story.OpenTheFormAsync();
        await Expect(hands.Field("Full name")).ToHaveValueAsync("");
        await story.FillInAboutYouAsync(mentee, "Mentee");
        await hands.ChooseAsync(hands.Field("First choice"), "Career planning");
        await hands.TypeAsync(hands.Field("Your objectives"), mentee.First("objectives")!);
        foreach (var declaration in (string[])["#commitment", "#codeOfConduct", "#privacy"])
            await hands.TickAsync(hands.Page.Locator(declaration));
        await story.RegisterAsync();
        await story.HeadedAsync("Thank you: we have your registration");
    }

    private static async Task AcceptAsync(Hands hands, Story story, string mentee)
    {
        await story.FollowMailAsync(mentee, "offer", "Accept or decline");
        await story.HeadedAsync("We have found a mentor for you");
        await story.SeesAsync(MentorName);
        await story.SeesAsync("University of the North");
        await story.SeesAsync("Why we think it fits");
        await story.SeesAsync("Career planning");
        await hands.PressAsync(hands.Button("Accept this mentor"));
        await story.HeadedAsync("You accepted this mentor");
        await story.MoveTheClockAsync("1 hour");
    }

    private static async Task AgreeAsync(Hands hands, Story story, string mentor, string mentee)
    {
        await story.ReadMailAsync(mentor, "introduction");
        await story.SeesAsync("Why we think it fits");
        await story.FollowMailAsync(mentor, "introduction", "Read and sign the agreement");
        await story.SignAsync(MentorName);
        await story.SeesAsync("You have signed. Thank you!");
        await story.FollowMailAsync(mentee, "introduction", "Read and sign the agreement");
        await story.SignAsync(MenteeName);
        await story.SeesAsync("You have both signed");
        await story.SeesAsync($"{MentorName} (mentor) signed version 2");

        await hands.PressAsync(hands.Link("Go to your partnership’s page"));
        await story.HeadedAsync($"Your partnership with {MentorName}");
        await Expect(hands.Link(mentor)).ToHaveAttributeAsync("href", $"mailto:{mentor}");
        await story.SeesAsync("A checklist for your first meeting");
        await Expect(hands.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Handbook", Exact = true })).ToBeVisibleAsync();
        var calendar = await hands.Page.APIRequest.GetAsync((await hands.Link("Put these dates into your calendar").GetAttributeAsync("href"))!);
        Assert.Contains("BEGIN:VEVENT", await calendar.TextAsync(), StringComparison.Ordinal);
        await story.MoveTheClockAsync("1 hour");
    }

    private static async Task LookBackAsync(Hands hands, Story story, string mentor, string mentee)
    {
        await story.MoveTheClockAsync("30 days");
        await story.MoveTheClockAsync("1 week");
        foreach (var person in (string[])[mentee, mentor])
        {
            await story.FollowMailAsync(person, "review-interim", "Answer the questions");
            await story.HeadedAsync("How is your mentoring going?");
            await story.LookBackHalfWayAsync();
        }

        for (var month = 0; month < 5; month++)
            await story.MoveTheClockAsync("30 days");
        await story.FollowMailAsync(mentee, "review-final", "Answer the questions");
        await story.LookBackAtTheEndAsync("Did you reach the objectives you set for yourself?", goOn: "Yes");
        await story.FollowMailAsync(mentor, "review-final", "Answer the questions");
        await story.LookBackAtTheEndAsync("As you see it, did your mentee reach their objectives?", goOn: "No");
        await story.MoveTheClockAsync("1 hour");
        await story.ReadMailAsync(mentor, "partnership-ended");

        await story.FollowMailAsync(mentor, "agreement-complete", "Go to your partnership’s page");
        await story.SeesAsync("It ran its term and ended");
        await hands.PressAsync(hands.Link("Your certificate of thanks"));
        await story.SeesAsync($"Planners' Mentoring as a mentor");
    }
}
