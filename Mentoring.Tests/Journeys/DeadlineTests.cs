using System.Net;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

[Trait("Requirement", "RE7")]
[Trait("Requirement", "B14")]
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2024-09-30T12:00", "2024-09-30T11:00:00Z", "a September in London")]
    [InlineData("2024-03-30T12:00", "2024-03-30T12:00:00Z", "the day before clocks go forward")]
    [InlineData("2024-03-31T12:00", "2024-03-31T11:00:00Z", "the day on which they do")]
    [InlineData("2024-03-31T01:30", "2024-03-31T01:00:00Z", "a time that is left out: the first moment after it")]
    [InlineData("2024-10-26T12:00", "2024-10-26T11:00:00Z", "the day before clocks go back")]
    [InlineData("2024-10-27T12:00", "2024-10-27T12:00:00Z", "the day on which they do")]
    [InlineData("2024-10-27T01:30", "2024-10-27T01:30:00Z", "a time that comes twice: the second, so that nobody loses an hour")]
    [Trait("Requirement", "RE8")]
    public async Task A_form_is_in_time_a_second_before_the_local_deadline_and_late_at_it(string deadline, string instant, string what)
    {
        var expected = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        await using var journey = await Journey.StartAsync(settings =>
        {
            SchemeJson.Put(settings, "rounds[0].opens", "\"2024-02-01T00:00\"");
            SchemeJson.Put(settings, "rounds[0].deadline", $"\"{deadline}\"");
        });
        Assert.True(expected == journey.Deadline, what);

        await journey.AdvanceToAsync(expected.AddSeconds(-1));
        await journey.RegisterAsync(Cast.Mentor("In Time"));
        await journey.AdvanceToAsync(expected);
        foreach (var late in new[] { Cast.Mentor("Too Late"), Cast.Mentee("Too Late") })
        {
            var reply = await journey.SubmitAsync(late);
            Assert.Equal((HttpStatusCode.Gone, "registration-closed"), (reply.Status, reply.Code));
            Assert.Contains("mentoring@planners.example", reply.Body, StringComparison.Ordinal);
        }

        await journey.CloseAsync();
        Assert.Equal(1, (await journey.FiguresAsync()).GetProperty("registrations").GetInt32());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE8")]
    public async Task A_browser_that_is_late_gets_a_page_that_says_so_and_where_to_write()
    {
        await using var journey = await Journey.StartAsync();
        await journey.AdvanceToAsync(journey.Deadline);

        var reply = await journey.PostAsync("/api/registrations", Cast.Mentee("Too Late").Names.SelectMany(name => Cast.Mentee("Too Late")[name].Select(value => (name, value))).ToArray());
        Assert.Equal(HttpStatusCode.Gone, reply.Status);
        Assert.Contains("mentoring@planners.example", reply.Body, StringComparison.Ordinal);
        Assert.Contains(Cast.Mentee("Too Late").First("objectives")!, WebUtility.HtmlDecode(reply.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync("/register")).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE8")]
    public async Task A_change_that_comes_a_moment_too_late_is_not_taken_and_its_words_are_shown_to_whoever_wrote_them()
    {
        await using var journey = await Journey.StartAsync();
        var mentee = Cast.Mentee("Tom Hughes");
        var page = journey.OwnPageOf(await journey.RegisterAsync(mentee));
        await journey.AdvanceToAsync(journey.Deadline);
        (string, string)[] changed = [.. mentee.With("objectives", "Words of half an hour.").Names.SelectMany(name => mentee.With("objectives", "Words of half an hour.")[name].Select(value => (name, value)))];

        var late = await journey.PostAsync(page, changed);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Words of half an hour.", late.Body, StringComparison.Ordinal);
        Assert.Contains("came too late", late.Body, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", late.Body, StringComparison.Ordinal);
        Assert.Equal("registration-closed", (await journey.PostForJsonAsync(page, changed)).Code);
        Assert.DoesNotContain("Words of half an hour.", (await journey.GetAsync(page)).Body, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_offered_no_later_time_and_the_page_says_why()
    {
        await using var journey = await Journey.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync("/coordinator/rounds/2024/extend")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await journey.GetAsync("/coordinator/rounds/2024/run")).Status);
        await journey.CloseAsync();

        var late = await journey.GetAsync("/coordinator/rounds/2024/extend");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("The deadline has passed and can’t be extended.", WebUtility.HtmlDecode(late.Body).Replace('\'', '’'), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await journey.GetAsync("/coordinator/rounds/never/extend")).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM1")]
    public async Task Nothing_is_matched_before_the_deadline_not_even_by_hand()
    {
        await using var journey = await Journey.StartAsync();
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var maya = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceToAsync(journey.Deadline.AddSeconds(-1));

        var run = await journey.SendJsonAsync(HttpMethod.Post, "/api/coordinator/rounds/2024/run", new System.Text.Json.Nodes.JsonObject());
        var pair = await journey.MatchByHandAsync(tom, maya);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (run.Status, pair.Status));
        Assert.Equal(["registration-received"], journey.Templates(tom));
        Assert.DoesNotContain("offer.made", await journey.EventsAsync());

        await journey.CloseAsync();
        Assert.Single(await journey.MatchesAsync());
        Assert.Equal(HttpStatusCode.Accepted, (await journey.SendJsonAsync(HttpMethod.Post, "/api/coordinator/rounds/2024/run", new System.Text.Json.Nodes.JsonObject())).Status);
        Assert.Single(journey.Mails(tom, "offer"));
        journey.HasNoFaults();
    }
}
