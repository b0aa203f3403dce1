using Mentoring.Core.Registrations;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mentoring.Tests.Browser;

/// <summary>What people do with the scheme's pages, whichever hands they do it with.</summary>
internal sealed class Story(Hands hands)
{
    private IPage Page => hands.Page;

    public async Task OpenTheFormAsync()
    {
        await hands.OpenAsync("/");
        await hands.PressAsync(hands.Link("Register as mentor, mentee or both"));
    }

    public async Task FillInAboutYouAsync(FormFields person, string role)
    {
        await hands.TypeAsync(hands.Field("Full name"), person.First("name")!);
        await hands.TypeAsync(hands.Field("Email address"), person.First("email")!);
        await hands.TypeAsync(hands.Field("Institution"), person.First("institution")!);
        await hands.TypeAsync(hands.Field("Job title"), person.First("jobTitle")!);
        await hands.TypeAsync(hands.Field("Short biography"), person.First("biography")!);
        await hands.TypeAsync(hands.Field("Membership number"), person.First("membershipNumber")!);
        await hands.TickAsync(hands.Answer("Membership grade", "GOLD"));
        await hands.TickAsync(hands.Answer("Do you want to be a mentor, a mentee, or both?", role));
    }

    public Task RegisterAsync() => hands.PressAsync(hands.Button("Register"));

    public async Task MoveTheClockAsync(string by)
    {
        await hands.OpenAsync("/");
        await hands.ChooseAsync(hands.Field("Move forward by"), by);
        await hands.PressAsync(hands.Button("Move the clock"));
    }

    /// <summary>Goes from the mailbox to the person's latest mail of a template, as a mail program shows it.</summary>
    public async Task ReadMailAsync(string email, string template)
    {
        await hands.OpenAsync("/");
        await hands.PressAsync(hands.Link("Mailbox"));
        await hands.TypeAsync(hands.Field("Show emails to this address"), email);
        await hands.PressAsync(hands.Button("Show"));
        var mail = Page.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Cell, new() { Name = template, Exact = true }) }).First;
        await hands.PressAsync(mail.GetByRole(AriaRole.Link));
        await hands.PressAsync(hands.Link("HTML part"));
    }

    /// <summary>Opens a mail and presses the button in it.</summary>
    public async Task FollowMailAsync(string email, string template, string button)
    {
        await ReadMailAsync(email, template);
        await hands.PressAsync(hands.Link(button));
    }

    public async Task SignAsync(string name)
    {
        await hands.TickAsync(hands.Field("I have read this agreement and will keep to it."));
        await hands.TypeAsync(hands.Field("Type your full name to sign"), name);
        await hands.PressAsync(hands.Button("Sign the agreement"));
    }

    /// <summary>Answers to the questions that are asked half way; to one's own words only where it is asked.</summary>
    public async Task LookBackHalfWayAsync()
    {
        await hands.TypeAsync(hands.Field("Where do you meet? (optional)"), "Online");
        await hands.TypeAsync(hands.Field("How often do you meet, and for how long? (optional)"), "Once a month, for an hour");
        await hands.TypeAsync(hands.Field("How do you keep in contact between meetings? (optional)"), "By email");
        await hands.TickAsync(hands.Answer("How useful has the mentoring been to you so far?", "Very"));
        await hands.TickAsync(hands.Answer("May your answers be shared?", "No"));
        await hands.PressAsync(hands.Button("Send your answers"));
        await SeesAsync("We have your answers");
    }

    /// <summary>Answers the final questions, and allows figures and nothing else.</summary>
    /// <param name="goOn"><c>Yes</c> or <c>No</c>. Once one has said no, the other is not asked any more.</param>
    public async Task LookBackAtTheEndAsync(string objectives, string goOn)
    {
        await hands.TickAsync(hands.Answer("How useful has the mentoring been to you?", "Extremely"));
        await hands.TickAsync(hands.Answer(objectives, "In full"));
        await hands.TickAsync(hands.Answer("Which of the scheme’s aims did the partnership serve?", "Develop a career"));
        await hands.TickAsync(hands.Answer("Would you like the partnership to continue?", goOn));
        await hands.TickAsync(hands.Answer("May your answers be shared?", "Yes"));
        await hands.TickAsync(hands.Answer(
            "If yes: with whom, and for what?", "The association’s committee and funders see my answers counted in figures, without my name or my words"));
        await hands.PressAsync(hands.Button("Send your answers"));
        await SeesAsync("We have your answers");
    }

    public Task SeesAsync(string words) => Expect(Page.GetByText(words).First).ToBeVisibleAsync();

    public Task HeadedAsync(string heading) => Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
}
