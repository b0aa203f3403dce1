using Mentoring.Core.Schemes;
using Mentoring.Functions.Settings;

namespace Mentoring.Tests.Schemes;

public class SchemeReaderTests
{
    [Fact]
    public void The_least_that_must_be_said_is_filled_with_the_usual()
    {
        var scheme = SchemeJson.Read();

        Assert.Equal(12, scheme.TermMonths);
        Assert.Equal(3, scheme.CapacityLimit);
        Assert.Equal(InstitutionRule.PreferDifferent, scheme.Institutions);
        Assert.Equal((7, 28, 6, 21, 42, 24), (scheme.Offers.ReplyDays, scheme.Agreements.SignDays, scheme.Reviews.InterimAfterMonths,
            scheme.Reviews.AnswerDays, scheme.Waiting.UpdateAfterDays, scheme.Retention.Months));
        Assert.Equal([100, 80, 60, 40, 20], scheme.Weights.ByRank);
        Assert.All(scheme.Documents, document => Assert.Equal(DocumentDelivery.Link, document.Delivery));
        Assert.Null(Assert.Single(scheme.Rounds).ReviewMonths);
        Assert.Null(scheme.Website);
        Assert.Empty(scheme.RedirectOrigins);
    }

    [Fact]
    [Trait("Requirement", "RC3")]
    public void What_is_published_about_meetings_has_a_usual_wording()
    {
        var meetings = SchemeJson.Read().Meetings;

        Assert.Equal("about once a month", meetings.Frequency);
        Assert.Equal("60 to 90 minutes", meetings.Length);
        Assert.Contains("private", meetings.Place, StringComparison.Ordinal);
        Assert.Contains("own notes", meetings.Notes, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RE1")]
    public void Only_the_configured_grade_may_register()
    {
        var scheme = SchemeJson.Read(json => SchemeJson.Put(json, "grades", """["GOLD"]"""));

        Assert.True(scheme.Admits("GOLD"));
        Assert.True(scheme.Admits("gold"));
        Assert.False(scheme.Admits("SILVER"));
        Assert.False(scheme.Admits(""));
        Assert.False(scheme.Admits("GOLDEN"));
    }

    [Fact]
    [Trait("Requirement", "RE2")]
    public void Without_grades_every_member_may_register()
    {
        Assert.True(SchemeJson.Read().Admits("SILVER"));
        Assert.True(SchemeJson.Read(json => SchemeJson.Put(json, "grades", "[]")).Admits("STUDENT"));
    }

    [Fact]
    [Trait("Requirement", "RE7")]
    public void Deadlines_are_read_in_the_scheme_s_zone_or_the_round_s_own()
    {
        var scheme = SchemeJson.Read(json => SchemeJson.Put(json, "rounds",
            """
            [
              { "id": "2024", "opens": "2024-09-04T09:00", "deadline": "2024-09-30T12:00" },
              { "id": "2025", "opens": "2025-01-04T09:00", "deadline": "2025-01-30T12:00:30", "timeZone": "America/New_York", "reviewMonths": 6 }
            ]
            """));

        Assert.Equal("2024-09-30T12:00:00+01:00", scheme.Rounds[0].Deadline.Iso);
        Assert.Equal("2025-01-30T12:00:30-05:00", scheme.Rounds[1].Deadline.Iso);
        Assert.Equal(6, scheme.Rounds[1].ReviewMonths);
    }

    [Fact]
    public void Titles_are_found_by_code_and_a_code_that_is_gone_stands_for_itself()
    {
        var scheme = SchemeJson.Read();

        Assert.Equal("Career planning", scheme.TitleOf("career-planning"));
        Assert.Equal("typewriting", scheme.TitleOf("typewriting"));
        Assert.Equal("documents/code.md", scheme.Document(SchemeDocument.CodeOfConduct)!.File);
        Assert.Null(scheme.Document("leaflet"));
    }

    [Fact]
    public void Comments_trailing_commas_and_a_schema_s_address_are_welcome() =>
        Assert.Empty(SchemeJson.FaultsIn("{ // ours\n \"$schema\": \"https://example.org/scheme.json\"," + SchemeJson.Least().ToJsonString()[1..^1] + ", }"));

    [Theory]
    [InlineData("whoDecides", "\"mentee\"")]
    [InlineData("institutions", "\"different\"")]
    [InlineData("institutions", "null")]
    [InlineData("termMonths", "6")]
    [InlineData("termMonths", "null")]
    [InlineData("capacityLimit", "20")]
    [InlineData("offers", "{ \"replyDays\": 10, \"reminderDays\": [3, 9] }")]
    [InlineData("offers", "{ \"replyDays\": 1, \"reminderDays\": [] }")]
    [InlineData("reviews", "{ \"interimAfterMonths\": 11 }")]
    [InlineData("redirectOrigins", "[\"https://example.org\", \"http://localhost:7071\"]")]
    [InlineData("contact.phone", "\"020 7946 0000\"")]
    [InlineData("rounds", "[]")]
    public void It_accepts(string path, string value) => Assert.NotNull(SchemeJson.Read(json => SchemeJson.Put(json, path, value)));

    [Fact]
    public void A_choice_that_is_null_is_the_usual_one() =>
        Assert.Equal(InstitutionRule.PreferDifferent, SchemeJson.Read(json => SchemeJson.Put(json, "institutions", "null")).Institutions);

    [Fact]
    [Trait("Requirement", "RE1")]
    public void Blanks_around_a_text_are_no_part_of_it()
    {
        var scheme = SchemeJson.Read(json =>
        {
            SchemeJson.Put(json, "grades", "[\" GOLD \"]");
            SchemeJson.Put(json, "contact.email", "\"ada@association.example \"");
            SchemeJson.Put(json, "forms", """{ "questions": { "r1 ": "name " }, "answers": { " I agree": " yes" } }""");
        });

        Assert.True(scheme.Admits("GOLD"));
        Assert.Equal("ada@association.example", scheme.Contact.Email);
        Assert.Equal(("name", "yes"), (scheme.Forms.Questions["r1"], scheme.Forms.Answers["I agree"]));
    }

    [Fact]
    [Trait("Requirement", "RC1")]
    public void A_file_that_is_not_utf_8_is_refused_and_so_is_a_document_that_is_not()
    {
        using var folder = new TestFolder();
        Journeys.Journey.WriteScheme(folder, SchemeJson.Least());
        Assert.Equal("Mentoring", SchemeFile.Read(folder.File("scheme.json")).Name);

        File.WriteAllText(folder.File("privacy.md"), "Für alle", System.Text.Encoding.Latin1);
        Assert.Contains("privacy.md is not UTF-8", Assert.Throws<InvalidDataException>(() => SchemeFile.Read(folder.File("scheme.json"))).Message, StringComparison.Ordinal);

        File.WriteAllText(folder.File("scheme.json"), "{ \"name\": \"Für alle\" }", System.Text.Encoding.Latin1);
        Assert.Contains("(whole file): not UTF-8 – allowed: a text saved as UTF-8", Assert.Throws<InvalidDataException>(() => SchemeFile.Read(folder.File("scheme.json"))).Message, StringComparison.Ordinal);
    }
}
