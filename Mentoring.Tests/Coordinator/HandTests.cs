using System.Text.Json;

namespace Mentoring.Tests.Coordinator;

/// <summary>Where a person acts: matching by hand, keeping apart, taking back.</summary>
public sealed class HandTests
{
    private const string Pairs = "/api/coordinator/pairs";
    private const string Exclusions = "/api/coordinator/exclusions";
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";

    [Fact]
    [Trait("Requirement", "RM14")]
    public async Task A_match_by_hand_is_the_same_offer_and_says_what_it_overruled()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        var mentor = await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "relationships");
        Assert.Equal("round-not-run", Code(await desk.PostAsync(Pairs, new { mentee = Tom, mentor = Maya }, 409)));
        await desk.RunRoundAsync();

        var made = await desk.PostAsync(Pairs, new { mentee = Tom, mentor, note = "Both asked for it." }, 201);
        await desk.Host.DrainAsync();

        Assert.Equal(["nothing-in-common"], made.GetProperty("overruled").EnumerateArray().Select(gate => gate.GetProperty("code").GetString()));
        var offer = await desk.OfferAsync("pending");
        Assert.Equal("coordinator", offer.GetProperty("by").GetString());
        Assert.Contains("Both asked for it.", desk.Host.Mailbox.Read(Tom).Single(mail => mail.Mail.Template == "offer").Mail.Text, StringComparison.Ordinal);
        Assert.Equal("mentee-not-waiting", Code(await desk.PostAsync(Pairs, new { mentee = Tom, mentor = Maya }, 409)));
        var figures = await desk.FiguresAsync();
        Assert.Equal((1, 1), (figures.GetProperty("coordinatorActions").GetInt32(), figures.GetProperty("routineActions").GetInt32()));
    }

    [Fact]
    public async Task Whoever_is_not_registered_is_named()
    {
        await using var desk = await CoordinatorHost.StartAsync();

        var problem = await desk.PostAsync(Pairs, new { mentee = "nobody@university.example", mentor = "0192" }, 422);

        Assert.Equal(["mentee", "mentor"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    [Trait("Requirement", "RM12")]
    public async Task Two_people_who_are_kept_apart_are_never_matched_not_even_after_an_amendment()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");

        var apart = await desk.PostAsync(Exclusions, new { a = Tom, b = Maya });
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing", "relationships");
        await desk.RunRoundAsync();

        Assert.Contains("autumn", apart.GetProperty("rounds").EnumerateArray().Select(round => round.GetString()));
        var matches = await desk.GetAsync($"{CoordinatorHost.Rounds}/autumn/matches");
        Assert.Empty(matches.GetProperty("matches").EnumerateArray());
        Assert.Equal("no-eligible-mentor", Assert.Single(matches.GetProperty("unmatched").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("excluded", Code(await desk.PostAsync(Pairs, new { mentee = Tom, mentor = Maya }, 409)));
        Assert.Equal(1, (await desk.FiguresAsync()).GetProperty("coordinatorActions").GetInt32());
    }

    [Fact]
    public async Task Keeping_two_people_apart_takes_back_the_offer_between_them_and_counts_as_one_action()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.RunRoundAsync();
        var offer = (await desk.OfferAsync("pending")).GetProperty("offerId").GetString();

        var apart = await desk.PostAsync(Exclusions, new { a = Maya, b = Tom });
        await desk.Host.DrainAsync();

        Assert.Equal([offer], apart.GetProperty("withdrawnOffers").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(offer, (await desk.OfferAsync("withdrawn")).GetProperty("offerId").GetString());
        var figures = await desk.FiguresAsync();
        Assert.Equal((1, 1), (figures.GetProperty("coordinatorActions").GetInt32(), figures.GetProperty("waiting").GetInt32()));
        Assert.Equal(0, figures.GetProperty("routineActions").GetInt32());
    }

    [Fact]
    public async Task An_exclusion_holds_in_the_rounds_to_come()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.PostAsync(Exclusions, new { a = Maya, b = Tom });
        await desk.RunRoundAsync();

        await desk.PostAsync(CoordinatorHost.Rounds, new { id = "winter", opens = "2024-10-01T09:00", deadline = "2024-10-31T12:00" }, 201);
        await desk.Host.AdvanceToAsync(new DateTimeOffset(2024, 10, 2, 9, 0, 0, TimeSpan.Zero));
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.Host.AdvanceToAsync(new DateTimeOffset(2024, 10, 31, 12, 10, 0, TimeSpan.Zero));

        var matches = await desk.GetAsync(CoordinatorHost.Rounds + "/winter/matches");
        Assert.Empty(matches.GetProperty("matches").EnumerateArray());
        Assert.Equal("no-eligible-mentor", Assert.Single(matches.GetProperty("unmatched").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_offer_is_taken_back_with_a_reason_that_the_mentee_reads()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.RunRoundAsync();
        var path = $"/api/coordinator/offers/{(await desk.OfferAsync("pending")).GetProperty("offerId").GetString()}/withdraw";

        Assert.Equal(["reason"], (await desk.PostAsync(path, new { reason = " " }, 422)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
        var mentorsMails = desk.Host.Mailbox.Read(Maya).Count;
        var taken = await desk.PostAsync(path, new { reason = "Your mentor-to-be moves abroad." });
        await desk.PostAsync(path, new { reason = "Again." });
        await desk.Host.DrainAsync();

        Assert.Equal("withdrawn", taken.GetProperty("state").GetString());
        Assert.Contains("Your mentor-to-be moves abroad.", desk.Host.Mailbox.Read(Tom).Single(mail => mail.Mail.Template == "offer-withdrawn").Mail.Text, StringComparison.Ordinal);
        Assert.Equal(mentorsMails, desk.Host.Mailbox.Read(Maya).Count);
        Assert.Equal("offer-unknown", Code(await desk.PostAsync("/api/coordinator/offers/nothing/withdraw", new { reason = "None." }, 404)));
    }

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();
}
