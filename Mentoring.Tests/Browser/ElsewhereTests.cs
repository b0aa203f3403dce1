using System.Text.RegularExpressions;
using Mentoring.Benchmarks;
using Mentoring.Core.Registrations;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Schemes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mentoring.Tests.Browser;

/// <summary>The form on the association's own website, filled in by hand in a real browser: with the script that comes with it, and where none runs.</summary>
[Collection(StoriesInABrowser.Name)]
public sealed class ElsewhereTests(Chromium chromium)
{
    private const string Name = "Maya Okafor";

    private static readonly FormFields Mentor = Cast.Mentor(Name);

    private readonly Uri _scheme = new($"http://localhost:{BareEndpoint.FreePort()}/");

    [Fact]
    public async Task Without_script_a_mistake_leads_to_our_page_with_everything_typed_and_the_correction_back_to_the_website()
    {
        await using var website = await AssociationWebsite.StartAsync();
        await using var journey = await OpenAsync(website.Origin);
        var (hands, story) = await VisitAsync(website, script: false);
        await FillInWronglyAsync(hands, story);
        await story.RegisterAsync();

        await Expect(hands.Page).ToHaveTitleAsync("Error: Register – Planners' Mentoring");
        await Expect(hands.Page.Locator("#error-summary")).ToBeFocusedAsync();
        await KeptAsync(hands);
        await hands.ActivateAsync(hands.Page.Locator(".summary a[href='#capacity']"));
        await hands.TypeAsync(Capacity(hands), "2");
        await story.RegisterAsync();

        await story.HeadedAsync("Thank you from the association");
        await ReceivedOnceAsync(journey, hands.Page);
    }

    [Fact]
    public async Task With_script_a_mistake_is_shown_where_it_was_made_and_survives_a_reload()
    {
        await using var website = await AssociationWebsite.StartAsync();
        await using var journey = await OpenAsync(website.Origin);
        var (hands, story) = await VisitAsync(website, script: true);
        await FillInWronglyAsync(hands, story);
        await hands.ActivateAsync(hands.Button("Register"));

        await Expect(hands.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Please correct what is marked below");
        await Expect(hands.Page.Locator("#mentoring-capacity-error")).ToContainTextAsync("from 1 to 3");
        await Expect(Capacity(hands)).ToBeFocusedAsync();
        // Whoever goes on without a change still reads what is wrong.
        await hands.Page.Keyboard.PressAsync("Tab");
        await Expect(hands.Page.Locator("#mentoring-capacity-error")).ToContainTextAsync("from 1 to 3");
        Assert.Equal(website.Form, hands.Page.Url);
        await KeptAsync(hands);

        await hands.Page.ReloadAsync();
        await KeptAsync(hands);
        await hands.TypeAsync(Capacity(hands), "2");
        await story.RegisterAsync();

        await story.HeadedAsync("Thank you from the association");
        await ReceivedOnceAsync(journey, hands.Page);
    }

    [Fact]
    public async Task On_a_website_without_https_the_script_sends_the_form_too()
    {
        await using var website = await AssociationWebsite.StartAsync();
        await using var journey = await OpenAsync(website.Origin);
        var (hands, story) = await VisitAsync(website, script: true);
        // What browsers leave out there.
        await hands.Page.AddInitScriptAsync("delete Crypto.prototype.randomUUID");
        await hands.Page.ReloadAsync();
        await FillInWronglyAsync(hands, story);
        await hands.TypeAsync(Capacity(hands), "2");
        await story.RegisterAsync();

        await story.HeadedAsync("Thank you from the association");
        await ReceivedOnceAsync(journey, hands.Page);
    }

    [Fact]
    public async Task A_website_that_the_settings_do_not_name_cannot_read_our_answers_and_still_loses_nothing()
    {
        await using var website = await AssociationWebsite.StartAsync();
        await using var journey = await OpenAsync("https://planners.example");
        var (hands, story) = await VisitAsync(website, script: true, redirect: false);
        await FillInWronglyAsync(hands, story);
        await hands.TypeAsync(Capacity(hands), "2");
        await hands.ActivateAsync(hands.Button("Register"));

        var alert = hands.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("Nothing you typed is lost");
        // It stands above the form, and the button below.
        await Expect(alert).ToBeFocusedAsync();
        await Expect(alert).ToBeInViewportAsync();
        await KeptAsync(hands, capacity: "2");

        // The second time the browser sends the form by itself, as if there were no script.
        await story.RegisterAsync();
        await story.HeadedAsync("Thank you: we have your registration");
        await ReceivedOnceAsync(journey, hands.Page);
    }

    /// <summary>The scheme, whose settings name these websites.</summary>
    private Task<Journey> OpenAsync(params string[] origins) => Journey.StartAsync(
        settings => SchemeJson.Put(settings, "redirectOrigins", $"[{string.Join(", ", origins.Select(origin => $"\"{origin}\""))}]"), port: _scheme.Port);

    private async Task<(MouseHands Hands, Story Story)> VisitAsync(AssociationWebsite website, bool script, bool redirect = true)
    {
        var page = await chromium.OpenAsync(_scheme, script);
        // Copied by hand from the page that offers it, with the one line that the website's people may change.
        await page.GotoAsync(Mentoring.Pages.Paths.Snippet);
        var copied = await page.GetByLabel("HTML to copy", new() { Exact = true }).InputValueAsync();
        website.Snippet = redirect ? Regex.Replace(copied, "<input[^>]*name=\"redirect\"[^>]*>", $"<input type=\"hidden\" name=\"redirect\" value=\"{website.Thanks}\">") : copied;
        Assert.Equal(redirect, website.Snippet.Contains(website.Thanks, StringComparison.Ordinal));
        await page.GotoAsync(website.Form);
        var hands = new MouseHands(page);
        return (hands, new Story(hands));
    }

    /// <summary>As a browser lets it pass that checks by itself: only the number of mentees is too high.</summary>
    private static async Task FillInWronglyAsync(MouseHands hands, Story story)
    {
        await story.FillInAboutYouAsync(Mentor, "Mentor");
        await hands.TypeAsync(Capacity(hands), "7");
        await hands.TickAsync(hands.Answer("What can you offer?", "Career planning"));
        foreach (var declaration in (string[])["[name=commitment]", "[name=codeOfConduct]", "[name=privacy]"])
            await hands.TickAsync(hands.Page.Locator(declaration));
    }

    private static async Task KeptAsync(MouseHands hands, string capacity = "7")
    {
        await Expect(hands.Field("Full name")).ToHaveValueAsync(Name);
        await Expect(hands.Field("Email address")).ToHaveValueAsync(Mentor.First("email")!);
        await Expect(hands.Field("Short biography")).ToHaveValueAsync(Mentor.First("biography")!);
        await Expect(hands.Answer("Membership grade", "GOLD")).ToBeCheckedAsync();
        await Expect(Capacity(hands)).ToHaveValueAsync(capacity);
        await Expect(hands.Answer("What can you offer?", "Career planning")).ToBeCheckedAsync();
        await Expect(hands.Page.Locator("[name=privacy]")).ToBeCheckedAsync();
    }

    private static ILocator Capacity(MouseHands hands) => hands.Field("How many mentees can you take on at a time?");

    private static async Task ReceivedOnceAsync(Journey journey, IPage page)
    {
        await journey.Host.DrainAsync();
        Assert.Single(journey.Mails(Mentor.First("email")!, "registration-received"));
        await page.Context.DisposeAsync();
        journey.HasNoFaults();
    }
}
