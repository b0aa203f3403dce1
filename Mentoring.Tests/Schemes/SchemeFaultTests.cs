namespace Mentoring.Tests.Schemes;

/// <summary>Each fault names its path, its value and what is allowed, and one mistake is one fault.</summary>
public class SchemeFaultTests
{
    private const string Shape = "a local date and time such as 2024-09-30T12:00, without offset, in the years 2000 to 2199";
    private const string QuestionMap = "a question's id with one of name, email, institution, jobTitle, biography, membershipNumber, membershipGrade, experience, role, capacity, offers, mentorTraining, seeks, objectives, reasons, exclude, sameInstitution, commitment, codeOfConduct, privacy, submissionId";
    private const string QuestionsMap = "an object; in it " + QuestionMap;
    private const string Code = "lower-case letters, digits and hyphens";
    private const string Zone = "an IANA time zone such as Europe/London";

    [Theory]
    [InlineData("name", null, "(missing)", "1 to 120 characters")]
    [InlineData("name", "null", "(missing)", "1 to 120 characters")]
    [InlineData("name", "\"  \"", "\"  \"", "1 to 120 characters")]
    [InlineData("name", "12", "12", "1 to 120 characters")]
    [InlineData("name", "\"two\\nlines\"", "\"two\\nlines\"", "1 to 120 characters")]
    [InlineData("association", null, "(missing)", "1 to 120 characters")]
    [InlineData("contact.name", null, "(missing)", "1 to 120 characters")]
    [InlineData("contact.email", "\"ada\"", "\"ada\"", "an email address")]
    [InlineData("contact.phone", "\"\"", "\"\"", "1 to 60 characters")]
    [InlineData("contact", "\"ada\"", "\"ada\"", "an object")]
    [InlineData("timeZone", "\"Europe/Londinium\"", "\"Europe/Londinium\"", Zone)]
    [InlineData("website", "\"ftp://example.org\"", "\"ftp://example.org\"", "an http or https address")]
    [InlineData("redirectOrigins[0]", "\"https://example.org/page\"", "\"https://example.org/page\"", "an origin such as https://example.org, without a path, each once")]
    [InlineData("redirectOrigins[0]", "\"https://me@example.org\"", "\"https://me@example.org\"", "an origin such as https://example.org, without a path, each once")]
    [InlineData("grades[0]", "7", "7", "a grade of 1 to 60 characters, each once")]
    [InlineData("grades", "\"GOLD\"", "\"GOLD\"", "a list of texts, each a grade of 1 to 60 characters")]
    [InlineData("whoDecides", "\"mentor\"", "\"mentor\"", "mentee")]
    [InlineData("institutions", "\"same\"", "\"same\"", "different, prefer-different")]
    [InlineData("expertise", "[]", "0 areas", "1 to 60 areas")]
    [InlineData("expertise[1].code", "\"Well Being\"", "\"Well Being\"", Code)]
    [InlineData("expertise[1].code", "\"career-planning\"", "\"career-planning\" 2 times", "each code once", "expertise")]
    [InlineData("expertise[0]", "\"wellbeing\"", "\"wellbeing\"", "an object")]
    [InlineData("expertise[0]", "null", "null", "an object")]
    [InlineData("capacityLimit", "0", "0", "a whole number from 1 to 20")]
    [InlineData("capacityLimit", "2.5", "2.5", "a whole number from 1 to 20")]
    [InlineData("capacityLimit", "\"3\"", "\"3\"", "a whole number from 1 to 20")]
    [InlineData("capacityLimit", "99999999999", "99999999999", "a whole number from 1 to 20")]
    [InlineData("termMonths", "24", "24", "6 or 12")]
    [InlineData("termMonths", "0", "0", "6 or 12")]
    [InlineData("offers.replyDays", "61", "61", "a whole number from 1 to 60")]
    [InlineData("offers.reminderDays", "[5, 3]", "[5,3]", "whole numbers from 1 to 6, rising")]
    [InlineData("offers.reminderDays", "[3, 7]", "[3,7]", "whole numbers from 1 to 6, rising")]
    [InlineData("offers.reminderDays", "[3, 3]", "[3,3]", "whole numbers from 1 to 6, rising")]
    [InlineData("offers.reminderDays", "3", "3", "a list of whole numbers from 1 to 6, rising")]
    [InlineData("agreements.signDays", "-1", "-1", "a whole number from 1 to 120")]
    [InlineData("reviews.interimAfterMonths", "12", "12", "a whole number from 1 to 11")]
    [InlineData("reviews.answerDays", "0", "0", "a whole number from 1 to 60")]
    [InlineData("waiting.updateAfterDays", "6", "6", "a whole number from 7 to 180")]
    [InlineData("weights.byRank", "[]", "[]", "one or more whole numbers from 0 to 1000")]
    [InlineData("weights.byRank", "[100, 1001]", "[100,1001]", "one or more whole numbers from 0 to 1000")]
    [InlineData("weights.byRank", "100", "100", "a list of one or more whole numbers from 0 to 1000")]
    [InlineData("weights.fewerOffered", "-1", "-1", "a whole number from 0 to 1000")]
    [InlineData("weights.differentInstitution", "true", "true", "a whole number from 0 to 1000")]
    [InlineData("documents[0].version", null, "(missing)", "1 to 30 characters")]
    [InlineData("documents[0].file", "\"../secrets.md\"", "\"../secrets.md\"", "the name of a Markdown file beside this one, such as documents/handbook.md")]
    [InlineData("documents[0].file", "\"handbook.pdf\"", "\"handbook.pdf\"", "the name of a Markdown file beside this one, such as documents/handbook.md")]
    [InlineData("documents[0].delivery", "\"post\"", "\"post\"", "link, attach")]
    [InlineData("documents[3].code", "\"notice\"", "(missing)", "a document with the code privacy", "documents")]
    [InlineData("meetings.length", "\"\"", "\"\"", "1 to 200 characters")]
    [InlineData("retention.months", "121", "121", "a whole number from 0 to 120")]
    [InlineData("branding.colour", "\"blue\"", "\"blue\"", "a colour such as #1d4f91")]
    [InlineData("branding.colour", "\"#8ab4d8\"", "\"#8ab4d8\"", "a colour that stands out from light paper at least 4.5 to 1; this one has 1.98 to 1")]
    [InlineData("branding.colourDark", "\"#1d4f91\"", "\"#1d4f91\"", "a colour that stands out from dark paper at least 4.5 to 1; this one has 1.87 to 1")]
    [InlineData("branding.logo.url", "\"http://example.org/logo.png\"", "\"http://example.org/logo.png\"", "an https address, or a PNG, JPEG, WebP or SVG as a base64 data address, of at most 8000 characters")]
    [InlineData("branding.logo.alt", null, "(missing)", "1 to 120 characters: what the logo shows, for whoever does not see it")]
    [InlineData("intake", "\"always\"", "\"always\"", "window, rolling")]
    [InlineData("training[0].at", "\"noon\"", "\"noon\"", "a local date and time such as 2024-10-15T12:30, without offset, in the years 2000 to 2199")]
    [InlineData("training[0].for", "\"managers\"", "\"managers\"", "everybody, mentors, mentees")]
    [InlineData("forms.questions", "[]", "[]", QuestionsMap)]
    [InlineData("gates.mentorTraining", "1", "1", "true or false")]
    [InlineData("gates.training", "true", "true", "one of mentorTraining, moreExperience")]
    [InlineData("forms.questions.r2", "\"shoeSize\"", "\"shoeSize\"", QuestionMap)]
    [InlineData("forms.questions.r2", "\"name\"", "\"name\" 2 times", "one question for each field that has one answer", "forms.questions")]
    [InlineData("forms.answers.Yes", "true", "true", "an answer's words with the value they stand for, such as \"I agree\": \"yes\"")]
    [InlineData("rounds", "{}", "{}", "a list of objects")]
    [InlineData("rounds[0].id", "\"2024/25\"", "\"2024/25\"", Code)]
    [InlineData("rounds[0].opens", null, "(missing)", Shape)]
    [InlineData("rounds[0].deadline", "\"2024-09-30T12:00Z\"", "\"2024-09-30T12:00Z\"", Shape)]
    [InlineData("rounds[0].deadline", "\"2024-09-31T12:00\"", "\"2024-09-31T12:00\"", Shape)]
    [InlineData("rounds[0].deadline", "\"9999-12-31T23:59\"", "\"9999-12-31T23:59\"", Shape)]
    [InlineData("rounds[0].deadline", "\"2024-09-04T09:00\"", "2024-09-04T09:00", "a time after opens")]
    [InlineData("rounds[0]", "{ \"id\": \"2025\", \"opens\": \"2025-03-30T01:10\", \"deadline\": \"2025-03-30T01:50\" }", "2025-03-30T01:50", "a time after opens", "rounds[0].deadline")]
    [InlineData("rounds[0].timeZone", "\"UK\"", "\"UK\"", Zone)]
    [InlineData("rounds[0].reviewMonths", "0", "0", "6 or 12")]
    [InlineData("rounds[0].reviewMonths", "24", "24", "6 or 12")]
    public void One_mistake_is_one_fault_that_says_where_what_and_what_is_allowed(string path, string? json, string value, string allowed, string? reportedAt = null)
    {
        var faults = SchemeJson.Faults(root =>
        {
            root["redirectOrigins"] = new System.Text.Json.Nodes.JsonArray("https://www.example.org");
            root["grades"] = new System.Text.Json.Nodes.JsonArray("GOLD");
            SchemeJson.Put(root, "branding", """{ "logo": { "url": "https://example.org/logo.png", "alt": "A lighthouse" } }""");
            SchemeJson.Put(root, "training", """[{ "title": "Induction", "at": "2024-10-15T12:30", "place": "online" }]""");
            SchemeJson.Put(root, "forms", """{ "questions": { "r1": "name" }, "answers": { "I agree": "yes" } }""");
            SchemeJson.Put(root, path, json);
        });

        Assert.Equal([$"{reportedAt ?? path}: {value} – allowed: {allowed}"], faults);
    }

    [Fact]
    public void Faults_are_all_named_at_once()
    {
        var faults = SchemeJson.Faults(root =>
        {
            SchemeJson.Put(root, "contact.email", "\"nobody\"");
            SchemeJson.Put(root, "termMonths", "9");
            SchemeJson.Put(root, "offers.replyDays", "0");
            SchemeJson.Put(root, "offers.reminderDays", "[3, 5]");
            SchemeJson.Put(root, "documents[1].delivery", "\"pigeon\"");
            SchemeJson.Put(root, "rounds[0].deadline", "\"noon\"");
        });

        Assert.Equal(["termMonths", "contact.email", "offers.replyDays", "documents[1].delivery", "rounds[0].deadline"], faults.Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public void Unknown_names_are_faults_and_the_known_ones_are_listed()
    {
        var faults = SchemeJson.Faults(root =>
        {
            SchemeJson.Put(root, "offers.replydays", "5");
            SchemeJson.Put(root, "rounds[0].closes", "\"2024-09-30T12:00\"");
            SchemeJson.Put(root, "colour", "\"red\"");
        });

        Assert.Equal(3, faults.Count);
        Assert.Equal("offers.replydays: 5 – allowed: one of reminderDays, replyDays", faults[0]);
        Assert.Equal("rounds[0].closes: \"2024-09-30T12:00\" – allowed: one of deadline, id, opens, reviewMonths, timeZone", faults[1]);
        Assert.StartsWith("colour: \"red\" – allowed: one of $schema, agreements, association, ", faults[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_or_id_twice_is_named()
    {
        Assert.Equal(["rounds: \"2024\" 2 times – allowed: each code once"], SchemeJson.Faults(root => root["rounds"]!.AsArray().Add(root["rounds"]![0]!.DeepClone())));
        Assert.Equal(["documents: \"agreement\" 2 times – allowed: each code once"], SchemeJson.Faults(root => root["documents"]!.AsArray().Add(root["documents"]![2]!.DeepClone())));
    }

    [Fact]
    public void A_name_twice_in_one_object_is_named() =>
        Assert.Equal(
            ["name: \"Second\" – allowed: each name once"],
            SchemeJson.FaultsIn("""{ "name": "First", "name": "Second",""" + SchemeJson.Least().ToJsonString()["""{"name":"Mentoring",""".Length..]));

    [Theory]
    [InlineData("{ \"name\": \"A\",\n  \"association\" \"B\" }", "line 2, column 17: not JSON – allowed: a JSON object")]
    [InlineData("{\n\n", "line 3, column 1: not JSON – allowed: a JSON object")]
    [InlineData("", "line 1, column 1: not JSON – allowed: a JSON object")]
    [InlineData("{} {}", "line 1, column 4: not JSON – allowed: a JSON object")]
    public void Broken_JSON_is_refused_with_its_line(string json, string fault) => Assert.Equal([fault], SchemeJson.FaultsIn(json));

    [Theory]
    [InlineData("[]", "(whole file): [] – allowed: an object")]
    [InlineData("null", "(whole file): null – allowed: an object")]
    [InlineData("\"scheme\"", "(whole file): \"scheme\" – allowed: an object")]
    public void Something_else_than_an_object_is_one_fault(string json, string fault) => Assert.Equal([fault], SchemeJson.FaultsIn(json));

    [Fact]
    public void Half_a_character_is_a_fault_and_no_crash()
    {
        var json = SchemeJson.Least().ToJsonString();

        Assert.Equal(["name: \"\\ud83d\" – allowed: 1 to 120 characters"], SchemeJson.FaultsIn(json.Replace("\"Mentoring\"", "\"\\ud83d\"", StringComparison.Ordinal)));
        Assert.Equal(["(whole file): 1 – allowed: a name in whole characters"], SchemeJson.FaultsIn("{ \"\\udc00\": 1," + json[1..]));
    }

    [Fact]
    public void A_long_value_is_shortened()
    {
        var fault = Assert.Single(SchemeJson.Faults(root => root["name"] = new string('x', 121)));

        Assert.Equal($"name: \"{new string('x', 76)}… – allowed: 1 to 120 characters", fault);
    }
}
