using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

/// <summary>Answers as Microsoft Forms sends them through Power Automate.</summary>
public sealed class FormsTranslationTests
{
    private const string Questions = """
        {
          "questions": {
            "r1": "name", "r2": "email", "r3": "institution", "r4": "jobTitle", "r5": "biography", "r6": "membershipNumber", "r7": "membershipGrade",
            "r8": "role", "r9": "capacity", "r10": "offers", "r11": "seeks", "r12": "seeks", "r13": "objectives", "r14": "commitment", "r15": "codeOfConduct", "r16": "privacy", "r17": "exclude",
            "n1": "sameInstitution"
          },
          "answers": { "I agree": "yes" }
        }
        """;

    private static readonly Scheme Scheme = TestScheme.Read(WithQuestions());

    private static Dictionary<string, string> Response => new()
    {
        ["responder"] = "ada@university.example",
        ["submitDate"] = "9/12/2024 10:00:00 AM",
        ["responseId"] = "17",
        ["r1"] = "Ada Lovelace", ["r2"] = "ada@university.example", ["r3"] = "University", ["r4"] = "Analyst", ["r5"] = "[sic] I count.", ["r6"] = "1", ["r7"] = "GOLD",
        ["r8"] = "Both", ["r9"] = "2", ["r10"] = """["Career planning","New to the sector"]""", ["r11"] = "wellbeing, Resilience and Balance", ["r12"] = "Career planning",
        ["r13"] = "To plan", ["r14"] = "I agree", ["r15"] = """["I agree"]""", ["r16"] = "Yes",
    };

    [Fact]
    public void Ids_become_fields_and_the_words_that_people_saw_become_codes()
    {
        var (fields, errors) = FormsTranslation.Translate(Sent(Response), Scheme);

        Assert.Empty(errors);
        Assert.Equal(["career-planning", "new-to-sector"], fields["offers"]);
        Assert.Equal(["wellbeing", "career-planning"], fields["seeks"]);
        Assert.Equal(("both", "[sic] I count.", "yes", "yes", "yes"), (fields.First("role"), fields.First("biography"), fields.First("commitment"), fields.First("codeOfConduct"), fields.First("privacy")));
        var valid = Assert.IsType<FormResult.Valid>(RegistrationForm.Read(fields, Scheme, DateTimeOffset.UnixEpoch));
        Assert.StartsWith("forms-17-", valid.SubmissionId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Career planning;New to the sector")]
    [InlineData("Career planning; New to the sector;")]
    [InlineData("""["Career planning", null, "New to the sector"]""")]
    public void Several_choices_are_read_however_a_flow_hands_them_on(string answer)
    {
        var (fields, errors) = FormsTranslation.Translate(Sent(new(Response) { ["r10"] = answer }), Scheme);

        Assert.Empty(errors);
        Assert.Equal(["career-planning", "new-to-sector"], fields["offers"]);
    }

    [Fact]
    public void A_choice_that_the_settings_know_is_one_though_it_has_a_semicolon_in_it()
    {
        var scheme = Scheme with { Forms = Scheme.Forms with { Answers = new Dictionary<string, string>(Scheme.Forms.Answers) { ["Plans; and more"] = "career-planning" } } };

        Assert.Equal(["career-planning"], FormsTranslation.Translate(Sent(new(Response) { ["r10"] = "Plans; and more" }), scheme).Fields["offers"]);
    }

    [Theory]
    [InlineData("line@university.example; head@university.example")]
    [InlineData("line@university.example, head@university.example,")]
    [InlineData("line@university.example\r\nhead@university.example\n")]
    public void Several_people_to_be_kept_apart_from_may_stand_in_one_answer(string answer) =>
        Assert.Equal(["line@university.example", "head@university.example"], FormsTranslation.Translate(Sent(new(Response) { ["r17"] = answer }), Scheme).Fields["exclude"]);

    [Fact]
    public async Task Two_forms_that_both_count_their_responses_from_1_lose_nobody()
    {
        await using var journey = await Journeys.Journey.StartAsync(root => SchemeJson.Put(root, "forms", Questions));
        var first = await PostAsync(journey, Response);
        var other = await PostAsync(journey, new(Response) { ["r1"] = "Charles Babbage", ["r2"] = "charles@university.example", ["n1"] = "avoid" });
        var nothingChosen = await PostAsync(journey, new(Response) { ["responseId"] = "18", ["r10"] = "[null]" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (first.Status, other.Status, nothingChosen.Status));
        Assert.Single(journey.Mails("charles@university.example", "registration-received"));
        journey.HasNoFaults();
    }

    [Fact]
    public void Who_responded_may_stand_for_the_address()
    {
        var scheme = Reading("""{ "responder": "email", "r1": "name" }""");
        var (fields, errors) = FormsTranslation.Translate(Sent(new() { ["responder"] = "ada@university.example", ["submitDate"] = "9/12/2024", ["r1"] = "Ada" }), scheme);

        Assert.Empty(errors);
        Assert.Equal("ada@university.example", fields.First("email"));
    }

    [Fact]
    public void Of_several_questions_about_what_is_sought_the_first_in_the_settings_asks_for_what_is_wanted_most()
    {
        var scheme = Reading("""{ "r9f": "seeks", "r0a": "seeks", "r5c": "seeks" }""");
        var (fields, _) = FormsTranslation.Translate(Sent(new() { ["r0a"] = "Career planning", ["r5c"] = "New to the sector", ["r9f"] = "wellbeing" }), scheme);

        Assert.Equal(["wellbeing", "career-planning", "new-to-sector"], fields["seeks"]);
    }

    [Fact]
    public void A_question_that_the_settings_do_not_name_is_a_fault_under_its_id()
    {
        var (_, errors) = FormsTranslation.Translate(Sent(Response.Append(new("r99", "Blue")).Append(new("r98", "")).ToDictionary()), Scheme);

        Assert.Equal(["r98", "r99"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("forms.questions", errors["r99"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_are_not_on_the_list_are_named_as_everywhere()
    {
        var (fields, _) = FormsTranslation.Translate(Sent(new(Response) { ["r10"] = """["Juggling"]""", ["r14"] = "Perhaps" }), Scheme);
        var invalid = Assert.IsType<FormResult.Invalid>(RegistrationForm.Read(fields, Scheme, DateTimeOffset.UnixEpoch));

        Assert.Equal(["commitment", "offers"], invalid.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("“Juggling”", invalid.Errors["offers"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_may_stand_for_the_fields_that_a_registration_has()
    {
        Assert.Equal([.. RegistrationFields.Content, RegistrationFields.SubmissionId], FormsQuestions.Fields);
        Assert.Equal(RegistrationFields.Repeated.Order(StringComparer.Ordinal), FormsQuestions.Repeated.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_response_is_a_registration_and_the_same_one_again_is_no_second()
    {
        await using var journey = await Journeys.Journey.StartAsync(root => SchemeJson.Put(root, "forms", Questions));
        var first = await PostAsync(journey, Response);
        var again = await PostAsync(journey, Response);
        var stranger = await PostAsync(journey, new(Response) { ["responseId"] = "18", ["r77"] = "?" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (first.Status, again.Status, stranger.Status));
        Assert.Equal(first.Body["registrationId"]!.GetValue<string>(), again.Body["registrationId"]!.GetValue<string>());
        Assert.NotNull(stranger.Body["errors"]!["r77"]);
        Assert.Single(journey.Mails("ada@university.example", "registration-received"));
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(Journeys.Journey journey, Dictionary<string, string> response)
    {
        using var body = new StringContent(System.Text.Json.JsonSerializer.Serialize(response), System.Text.Encoding.UTF8, "application/json");
        using var answer = await journey.Host.Client.PostAsync(new Uri("/api/registrations/forms", UriKind.Relative), body);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static FormFields Sent(Dictionary<string, string> response) => new(response);

    private static Scheme Reading(string questions)
    {
        var root = (JsonObject)JsonNode.Parse(TestScheme.Json)!;
        SchemeJson.Put(root, "forms", $$"""{ "questions": {{questions}} }""");
        return TestScheme.Read(root.ToJsonString());
    }

    private static string WithQuestions()
    {
        var root = (JsonObject)JsonNode.Parse(TestScheme.Json)!;
        SchemeJson.Put(root, "forms", Questions);
        return root.ToJsonString();
    }
}
