using System.Net;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Mail;

/// <summary>Mails about waiting may themselves wait for hours, while their readers stop waiting.</summary>
public sealed class StaleWaitingTests
{
    private static readonly string[] OfWaiting = [MailTemplates.RoundUnmatched, MailTemplates.NoSecondMatch, MailTemplates.RematchWaiting];

    [Fact]
    [Trait("Requirement", "RA3")]
    public async Task A_mentee_who_waits_no_more_is_not_told_of_waiting_and_to_a_mentor_only_an_introduction_makes_a_difference()
    {
        await using var journey = await Journey.StartAsync();
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Lee", "wellbeing"));
        var wendy = await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "career-planning"));
        await journey.CloseAsync();
        Assert.All(OfWaiting, template => Assert.True(IsSent(journey, template, ann, Party.Mentee)));
        Assert.True(IsSent(journey, MailTemplates.RematchWaiting, wendy, Party.Mentor));

        Assert.Equal(HttpStatusCode.Created, (await journey.MatchByHandAsync(ann, wendy)).Status);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.All(OfWaiting, template => Assert.False(IsSent(journey, template, ann, Party.Mentee)));
        Assert.True(IsSent(journey, MailTemplates.RematchWaiting, wendy, Party.Mentor));

        await journey.AcceptAsync(ann);
        Assert.False(IsSent(journey, MailTemplates.RematchWaiting, wendy, Party.Mentor));
        Assert.True(IsSent(journey, MailTemplates.RoundRun, wendy, Party.Mentor));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentor_who_withdrew_while_it_waited_is_not_told_how_the_round_went()
    {
        await using var journey = await Journey.StartAsync();
        var wendy = await journey.RegisterAsync(Cast.Mentor("Wendy Ball"));
        var id = (await journey.GetJsonAsync(journey.OwnPageOf(wendy))).GetProperty("registrationId").GetString()!;
        await journey.CloseAsync();
        Assert.True(Composes(journey, MailTemplates.RoundRun, id, Party.Mentor));

        await journey.PressAsync(wendy, "withdraw");
        Assert.False(Composes(journey, MailTemplates.RoundRun, id, Party.Mentor));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task What_promises_a_word_on_the_fixed_date_is_not_sent_again_after_it()
    {
        await using var journey = await Journey.StartAsync();
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Lee", "wellbeing"));
        var wendy = await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "career-planning"));
        await journey.CloseAsync();
        Assert.True(IsSent(journey, MailTemplates.RoundUnmatched, ann, Party.Mentee) && IsSent(journey, MailTemplates.RoundRun, wendy, Party.Mentor));

        await journey.AdvanceDaysAsync(43);
        Assert.False(IsSent(journey, MailTemplates.RoundUnmatched, ann, Party.Mentee) || IsSent(journey, MailTemplates.RoundRun, wendy, Party.Mentor));
        Assert.True(IsSent(journey, MailTemplates.RematchWaiting, ann, Party.Mentee) && IsSent(journey, MailTemplates.RematchWaiting, wendy, Party.Mentor));
        journey.HasNoFaults();
    }

    private static bool IsSent(Journey journey, string template, string email, Party party)
    {
        Assert.True(EmailAddress.TryParse(email, out var address));
        var registration = journey.Host.Services.GetRequiredService<LedgerReader>().AllAsync(Stages.Registrations, journey.Round, default)
            .ToBlockingEnumerable().Single(found => found.State is Registration.Active active && active.Person == address.Person).Key.Id;
        return Composes(journey, template, registration, party);
    }

    private static bool Composes(Journey journey, string template, string registration, Party party)
    {
        var draft = new MailDraft(template, "a-mail", registration, journey.Round, LinkPurpose.Registration, party, "Nobody offers it.");
        return journey.Host.Services.GetRequiredService<MailComposer>().ComposeAsync(journey.Round, draft, "token", default).AsTask().Result is not null;
    }
}
