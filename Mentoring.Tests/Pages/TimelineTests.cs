using Mentoring.Pages.Registrations;

namespace Mentoring.Tests.Pages;

/// <summary>Where a registration stands, what comes next and when.</summary>
public sealed class TimelineTests
{
    private readonly Samples _samples = new();

    [Fact]
    [Trait("Requirement", "B13")]
    public void Before_the_deadline_the_whole_way_is_shown_with_its_dates()
    {
        var steps = StepsOf(new RegistrationStanding.Received(Samples.Noon));

        Assert.Equal("Done: You registered", steps[0]);
        Assert.Equal("Now: Registration closes At noon on Monday 30 September 2024", steps[1]);
        Assert.Contains("Within 10 days", steps[3], StringComparison.Ordinal);
        Assert.Contains("Within 21 days of the introduction", steps[4], StringComparison.Ordinal);
        Assert.Equal("Next: Your partnership begins For about 12 months", steps[^1]);
    }

    [Fact]
    public void Exactly_one_step_is_now_wherever_there_are_steps()
    {
        foreach (var standing in _samples.Standings())
        {
            var page = Rendered.Document(_samples.Registration(standing));
            if (page.QuerySelectorAll(".timeline li").Length > 0)
                Assert.Single(page.QuerySelectorAll(".timeline li[aria-current=step]"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "RA3")]
    public void A_mentors_steps_know_nothing_of_offers(bool dated)
    {
        var steps = string.Join(' ', StepsOf(new RegistrationStanding.MentorAvailable(dated ? Samples.Noon : null)));

        Assert.Contains("introduced as soon as a mentee accepts", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("offer", steps, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("declin", steps, StringComparison.OrdinalIgnoreCase);
    }

    private List<string> StepsOf(RegistrationStanding standing) =>
        [.. Rendered.Document(_samples.Registration(standing)).QuerySelectorAll(".timeline li").Select(step => Rendered.Spaced(string.Join(' ', step.QuerySelectorAll("p").Select(words => words.TextContent))))];
}
