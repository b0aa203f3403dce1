using Mentoring.Core.Schemes;

namespace Mentoring.Tests.Schemes;

public sealed class BrandingTests
{
    [Fact]
    public void Without_branding_the_house_has_its_own_colours_and_no_logo() =>
        Assert.Equal(Branding.House, SchemeJson.Read().Branding);

    [Theory]
    [InlineData("#0b4f6c")]
    [InlineData("#000000")]
    [InlineData("#7a0019")]
    [InlineData("#6a2c70")]
    public void A_colour_for_dark_pages_is_made_where_none_is_given(string colour)
    {
        var branding = SchemeJson.Read(root => SchemeJson.Put(root, "branding.colour", $"\"{colour}\"")).Branding;

        Assert.Equal(colour, branding.Colour);
        Assert.All(Branding.DarkPapers, paper => Assert.True(ColourContrast.Between(branding.ColourDark, paper) >= ColourContrast.Words, branding.ColourDark));
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+")]
    [InlineData("https://example.org/logo.svg")]
    public void A_logo_is_a_picture_in_the_settings_or_on_a_safe_website(string url)
    {
        var logo = SchemeJson.Read(root => SchemeJson.Put(root, "branding.logo", $$"""{ "url": "{{url}}", "alt": "A lighthouse" }""")).Branding.Logo;

        Assert.Equal(new SchemeLogo(url, "A lighthouse"), logo);
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#1d4f91", "#1d4f91", 1)]
    public void Contrast_is_measured_as_WCAG_does(string one, string other, double ratio) =>
        Assert.Equal(ratio, ColourContrast.Between(one, other), 0.01);

    [Fact]
    public void Trainings_come_in_the_order_of_their_dates_and_only_to_whom_they_are_for()
    {
        var scheme = SchemeJson.Read(root => SchemeJson.Put(root, "training", """
            [
              { "title": "Half-way", "at": "2025-04-10T14:00", "place": "London" },
              { "title": "For mentors", "at": "2024-10-24T12:30", "place": "online", "for": "mentors" },
              { "title": "For mentees", "at": "2024-10-25T12:30", "place": "online", "for": "mentees" }
            ]
            """));
        var before = scheme.Training[0].At.Instant;

        Assert.Equal(["For mentors", "For mentees", "Half-way"], scheme.Training.Select(session => session.Title));
        Assert.Equal(["For mentors", "Half-way"], scheme.TrainingFor(mentor: true, before.AddTicks(-1)).Select(session => session.Title));
        Assert.Equal(["Half-way"], scheme.TrainingFor(mentor: true, before).Select(session => session.Title));
        Assert.Equal(["For mentees", "Half-way"], scheme.TrainingFor(mentor: false, before).Select(session => session.Title));
    }

    [Fact]
    public void A_rolling_round_has_an_opening_and_no_deadline()
    {
        var scheme = SchemeJson.Read(Rolling);

        Assert.Equal(Intake.Rolling, scheme.Intake);
        Assert.True(Assert.Single(scheme.Rounds).Deadline.IsNever);
        Assert.Equal(
            ["rounds[0].deadline: \"2024-09-30T12:00\" – allowed: nothing: where intake is rolling, people register at any time"],
            SchemeJson.Faults(root => SchemeJson.Put(root, "intake", "\"rolling\"")));
    }

    private static void Rolling(System.Text.Json.Nodes.JsonObject root)
    {
        SchemeJson.Put(root, "intake", "\"rolling\"");
        SchemeJson.Put(root, "rounds[0].deadline", null);
    }
}
