using System.Net;
using System.Text.Json;
using Mentoring.Functions.Ledger;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>Giving a mentee another mentor, whom the coordinator names: the ending and the offer stand or fall together.</summary>
public sealed class ReassignmentTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";

    [Theory]
    [InlineData("noor.aziz@university.example", HttpStatusCode.Conflict, "not in the round's pool as a mentor with a free place")]
    [InlineData("ann.lee@university.example", HttpStatusCode.Conflict, "never paired")]
    [InlineData("nobody@university.example", HttpStatusCode.UnprocessableEntity, "Nobody is registered in round autumn")]
    [InlineData(Maya, HttpStatusCode.UnprocessableEntity, "This is the mentor they have now")]
    [Trait("Requirement", "RM14")]
    public async Task Where_the_mentor_who_was_named_cannot_be_offered_the_partnership_goes_on_and_nobody_is_told_anything(string named, HttpStatusCode status, string why)
    {
        await using var host = await CoordinatorHost.StartAsync();
        var (desk, reassign) = await PairAsync(host);
        var (toTom, toMaya) = (host.Host.Mailbox.Read(Tom).Count, host.Host.Mailbox.Read(Maya).Count);

        var asked = await desk.SubmitAsync((await desk.GetAsync(reassign)).Page, ("reason", "capacity"), ("mentorStays", "yes"), ("mentor", named));
        var answer = await desk.SubmitAsync(asked.Page);
        await host.Host.DrainAsync();

        Assert.Equal(status, answer.Status);
        Assert.Contains(why, Rendered.Words(answer.Page), StringComparison.Ordinal);
        Assert.Contains("The partnership goes on.", Rendered.Words(answer.Page), StringComparison.Ordinal);
        Assert.Equal(0, (await host.FiguresAsync()).GetProperty("partnerships").GetProperty("ended").GetInt32());
        Assert.Equal((toTom, toMaya), (host.Host.Mailbox.Read(Tom).Count, host.Host.Mailbox.Read(Maya).Count));
    }

    [Fact]
    [Trait("Requirement", "RM14")]
    [Trait("Requirement", "B7")]
    public async Task A_mentor_with_a_free_place_is_offered_as_the_partnership_ends_and_hears_nothing_before_the_mentee_accepts()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var (desk, reassign) = await PairAsync(host);
        const string zoe = "zoe.park@university.example";
        var toZoe = host.Host.Mailbox.Read(zoe).Count;

        await desk.DoAsync(reassign, ("reason", "capacity"), ("mentorStays", "yes"), ("mentor", zoe));

        var byHand = Assert.Single(
            (await host.GetAsync($"{CoordinatorHost.Rounds}/autumn/matches")).GetProperty("matches").EnumerateArray(), match => match.GetProperty("by").GetString() == "coordinator");
        Assert.Equal(("Tom Hughes", "Zoe Park", "pending"), (Name(byHand, "mentee"), Name(byHand, "mentor"), byHand.GetProperty("state").GetString()));
        Assert.Equal(1, (await host.FiguresAsync()).GetProperty("partnerships").GetProperty("ended").GetInt32());
        Assert.Equal(["partnership-ended", "offer"], host.Host.Mailbox.Read(Tom).Select(mail => mail.Mail.Template).Where(template => template is "partnership-ended" or "offer" or "rematch-waiting").Skip(1));
        Assert.Equal(toZoe, host.Host.Mailbox.Read(zoe).Count);
        var figures = await host.FiguresAsync();
        Assert.Equal((2, 1), (figures.GetProperty("coordinatorActions").GetInt32(), figures.GetProperty("routineActions").GetInt32()));
        var late = await desk.GetAsync(reassign);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("It has been answered, or has ended, in the meantime", Rendered.Words(late.Page), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RM14")]
    public async Task Whoever_presses_a_moment_after_another_coordinator_reads_that_it_has_ended_and_makes_no_second_offer()
    {
        MomentBefore? moment = null;
        await using var host = await CoordinatorHost.StartAsync(services: services => services.AddSingleton<ILedger>(
            moment = new MomentBefore("desk.reassign", (ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!)));
        var (desk, reassign) = await PairAsync(host);
        var asked = await desk.SubmitAsync((await desk.GetAsync(reassign)).Page, ("reason", "capacity"), ("mentorStays", "yes"), ("mentor", "zoe.park@university.example"));
        moment!.Then = () => desk.SubmitAsync(asked.Page);

        var late = await desk.SubmitAsync(asked.Page);
        await host.Host.DrainAsync();

        Assert.True(moment.Came);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.DoesNotContain("The partnership goes on.", Rendered.Words(late.Page), StringComparison.Ordinal);
        Assert.Single((await host.GetAsync($"{CoordinatorHost.Rounds}/autumn/matches")).GetProperty("matches").EnumerateArray(), match => match.GetProperty("by").GetString() == "coordinator");
    }

    private static string? Name(JsonElement match, string who) => match.GetProperty(who).GetProperty("name").GetString();

    /// <summary>Tom Hughes and Maya Okafor are paired. Noor Aziz has no place, Zoe Park one, and Tom is never to meet Ann Lee.</summary>
    private static async Task<(Desk Desk, string Reassign)> PairAsync(CoordinatorHost host)
    {
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MentorAsync("Noor Aziz", "Third University", "relationships");
        await host.MentorAsync("Zoe Park", "Fourth University", "new-to-sector");
        await host.MentorAsync("Ann Lee", "Fifth University", "new-to-sector");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.MenteeAsync("Ben Other", "Sixth University", "relationships");
        await host.PostAsync("/api/coordinator/exclusions", new { a = Tom, b = "ann.lee@university.example" });
        await host.RunRoundAsync();
        await host.AnswerAsync(Tom, "offer", ("answer", "accept"));
        var desk = new Desk(host);
        var person = (await desk.GetAsync("/coordinator/people?q=tom")).Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        return (desk, (await desk.GetAsync(person)).Page.QuerySelectorAll(".actions a").Single(link => link.TextContent == "Give them another mentor").GetAttribute("href")!);
    }
}
