using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

public class RegistrationFormTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 10, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "RE14")]
    public void A_mentor_says_how_many_mentees_and_in_which_areas()
    {
        var entry = Valid(ValidFields.Mentor()).Entry;

        Assert.Equal("Maya Okafor", entry.Name);
        Assert.Equal("maya.okafor@university.example", entry.Email.Canonical);
        Assert.NotNull(entry.Mentor);
        Assert.Equal(2, entry.Mentor.Capacity);
        Assert.Equal(["moving-into-management", "career-planning"], entry.Mentor.Offers);
        Assert.Null(entry.Mentee);
        Assert.False(entry.AllowsSameInstitution);
    }

    [Fact]
    [Trait("Requirement", "RE4")]
    public void A_mentee_must_state_objectives()
    {
        var entry = Valid(ValidFields.Mentee()).Entry;

        Assert.Null(entry.Mentor);
        Assert.Equal("Decide on my next step within a year.", entry.Mentee!.Objectives);
        Assert.Equal(["career-planning", "wellbeing"], entry.Mentee.Seeks);
        AssertFault(ValidFields.Mentee().With("objectives", " "), "objectives", "Enter the objectives");
        AssertFault(ValidFields.Mentee().With("objectives", new string('x', 2001)), "objectives", "at most 2000");
        Assert.Equal("", Valid(ValidFields.Mentee().Without("reasons")).Entry.Mentee!.Reasons);
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public void Both_needs_both_profiles()
    {
        var entry = Valid(ValidFields.Both()).Entry;
        Assert.NotNull(entry.Mentor);
        Assert.NotNull(entry.Mentee);

        var errors = Invalid(ValidFields.Mentor().With("role", "both"));
        Assert.Equal(["seeks", "objectives"], errors.Keys);
        Assert.Equal(["capacity", "offers"], Invalid(ValidFields.Mentee().With("role", "both")).Keys);
    }

    [Fact]
    public void Fields_of_a_role_that_was_not_chosen_are_not_read()
    {
        var entry = Valid(ValidFields.Both().With("role", "mentee").With("capacity", "99")).Entry;

        Assert.Null(entry.Mentor);
        Assert.NotNull(entry.Mentee);
    }

    [Theory]
    [InlineData("FELLOW")]
    [InlineData("<b>GOLD</b>")]
    [Trait("Requirement", "RE1")]
    public void Another_grade_is_refused_with_the_reason_and_nothing_else(string grade)
    {
        var refusal = Assert.IsType<FormResult.NotEligible>(Read(ValidFields.Mentor().With("membershipGrade", grade).With("email", "not one")));

        Assert.Contains("GOLD", refusal.Reason, StringComparison.Ordinal);
        Assert.Contains(grade, refusal.Reason, StringComparison.Ordinal);
        Assert.Contains("mentoring@planners.example", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RE1")]
    public void The_schemes_grade_is_taken_in_any_case_and_must_be_given()
    {
        Assert.Equal("GOLD", Valid(ValidFields.Mentor().With("membershipGrade", " Gold ")).Entry.MembershipGrade);
        AssertFault(ValidFields.Mentor().Without("membershipGrade"), "membershipGrade", "GOLD");
    }

    [Fact]
    [Trait("Requirement", "RE2")]
    public void A_scheme_without_grades_admits_every_member()
    {
        var open = TestScheme.Small with { Grades = [] };

        Assert.Equal("Student", Assert.IsType<FormResult.Valid>(Read(ValidFields.Mentee().With("membershipGrade", "Student"), open)).Entry.MembershipGrade);
        Assert.IsType<FormResult.Valid>(Read(ValidFields.Mentee().Without("membershipGrade"), open));
    }

    [Theory]
    [InlineData("commitment")]
    [InlineData("codeOfConduct")]
    [InlineData("privacy")]
    [Trait("Requirement", "RE3")]
    [Trait("Requirement", "RE6")]
    public void Each_declaration_must_be_made(string declaration)
    {
        foreach (var form in new[] { ValidFields.Mentor(), ValidFields.Mentee() })
        {
            AssertFault(form.Without(declaration), declaration, "Confirm");
            AssertFault(form.With(declaration, "no"), declaration, "must be yes");
            AssertFault(form.With(declaration, "true"), declaration, "must be yes");
        }
    }

    [Fact]
    [Trait("Requirement", "RE3")]
    public void A_mentor_needs_time_and_commitment_and_no_seniority() =>
        Assert.True(Valid(ValidFields.Mentor().With("jobTitle", "Assistant")).Entry.Declarations.Commitment);

    [Fact]
    [Trait("Requirement", "RE11")]
    [Trait("Requirement", "RE6")]
    public void The_versions_of_what_was_read_are_kept_with_the_time()
    {
        var declarations = Valid(ValidFields.Mentor()).Entry.Declarations;

        Assert.Equal(Now, declarations.At);
        Assert.True(declarations.Commitment);
        Assert.Equal([new ReadDocument("handbook", "2024-1"), new("code-of-conduct", "3"), new("privacy", "5")], declarations.Read);
    }

    [Fact]
    [Trait("Requirement", "RE16")]
    public void Every_area_of_the_schemes_list_can_be_offered_and_sought()
    {
        string[] all = [.. TestScheme.Small.Expertise.Select(area => area.Code)];
        var entry = Valid(ValidFields.Both().With("offers", all).With("seeks", all)).Entry;

        Assert.Equal(all, entry.Mentor!.Offers);
        Assert.Equal(all, entry.Mentee!.Seeks);
    }

    [Theory]
    [InlineData("offers")]
    [InlineData("seeks")]
    [Trait("Requirement", "RE16")]
    public void Areas_outside_the_list_are_named_with_the_list(string field)
    {
        var message = AssertFault(ValidFields.Both().With(field, "wellbeing", "astrology", "Wellbeing"), field, "“astrology”, “Wellbeing” are not on the list");

        Assert.All(TestScheme.Small.Expertise, area => Assert.Contains(area.Code, message, StringComparison.Ordinal));
        AssertFault(ValidFields.Both().With(field, "wellbeing", "wellbeing"), field, "only once: “wellbeing”");
        AssertFault(ValidFields.Both().With(field, "", " "), field, "Choose at least one");
        AssertFault(ValidFields.Both().With(field, [.. Enumerable.Repeat("wellbeing", 41)]), field, "at most 40 values");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("3", true)]
    [InlineData("0", false)]
    [InlineData("4", false)]
    [InlineData("-1", false)]
    [InlineData("2.0", false)]
    [InlineData("1e0", false)]
    [InlineData("٣", false)]
    [InlineData("two", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("999999999999999999999", false)]
    [InlineData("", false)]
    [Trait("Requirement", "RM11")]
    [Trait("Requirement", "RE14")]
    public void Capacity_is_a_whole_number_up_to_the_schemes_limit(string typed, bool fine)
    {
        var form = ValidFields.Mentor().With("capacity", typed);
        if (fine)
            Assert.Equal(typed, Valid(form).Entry.Mentor!.Capacity.ToString());
        else
            Assert.Single(Invalid(form)["capacity"]);
    }

    [Theory]
    [InlineData("name", 120)]
    [InlineData("institution", 200)]
    [InlineData("jobTitle", 200)]
    [InlineData("biography", 4000)]
    [InlineData("membershipNumber", 60)]
    [InlineData("objectives", 2000)]
    [InlineData("reasons", 2000)]
    public void Texts_fit_to_the_last_character(string field, int longest)
    {
        Valid(ValidFields.Mentee().With(field, new string('é', longest)));
        AssertFault(ValidFields.Mentee().With(field, new string('é', longest + 1)), field, $"at most {longest} characters");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("institution")]
    [InlineData("jobTitle")]
    [InlineData("biography")]
    [InlineData("membershipNumber")]
    [InlineData("membershipGrade")]
    [InlineData("role")]
    public void What_everybody_must_give_is_asked_for(string field)
    {
        AssertFault(ValidFields.Mentor().Without(field), field, "");
        AssertFault(ValidFields.Mentor().With(field, "  "), field, "");
        AssertFault(ValidFields.Mentor().With(field, "one", "two"), field, "must be given once");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("institution")]
    [InlineData("jobTitle")]
    [InlineData("membershipNumber")]
    [InlineData("membershipGrade")]
    [InlineData("role")]
    [InlineData("sameInstitution")]
    [InlineData("submissionId")]
    [InlineData("redirect")]
    [InlineData("exclude")]
    [InlineData("seeks")]
    public void No_line_takes_a_forged_header(string field)
    {
        foreach (var attack in new[] { "x\r\nBcc: everybody@example.org", "x\nSubject: hello", "x\u0000y", "x\u202Ey" })
            AssertFault(ValidFields.Mentee().With(field, attack), field, "must ");
    }

    [Fact]
    public void Script_is_text_and_stays_text()
    {
        const string script = "<script>alert('x')</script> & \"{{7*7}}\"";
        var entry = Valid(ValidFields.Mentee(email: "tom@university.example").With("name", script).With("institution", script).With("jobTitle", script)
            .With("biography", script).With("membershipNumber", script).With("objectives", script).With("reasons", script)).Entry;

        Assert.All([entry.Name, entry.Institution, entry.JobTitle, entry.Biography, entry.MembershipNumber, entry.Mentee!.Objectives, entry.Mentee.Reasons], text => Assert.Equal(script, text));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@localhost")]
    [InlineData("ann@ex ample.org")]
    [InlineData("ann@@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org,bob@example.org")]
    [InlineData("ann@-example.org")]
    public void An_address_that_is_none_is_shown_with_an_example(string typed) =>
        AssertFault(ValidFields.Mentor().With("email", typed), "email", "Enter your email address, like name@example.org.");

    [Fact]
    public void Excluded_people_are_kept_by_who_they_are_and_once()
    {
        Assert.True(EmailAddress.TryParse("boss@university.example", out var boss));
        var entry = Valid(ValidFields.Mentee().With("exclude", "Boss@University.example", "", "boss@university.example.")).Entry;

        Assert.Equal([boss.Person], entry.Exclude);
    }

    [Fact]
    public void Excluded_addresses_that_are_none_and_ones_own_are_named()
    {
        var errors = Invalid(ValidFields.Mentee().With("exclude", "my boss", "TOM.HUGHES@university.example"))["exclude"];

        Assert.Collection(errors,
            first => Assert.Contains("“my boss” is not an email address", first, StringComparison.Ordinal),
            second => Assert.Contains("your own address", second, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_outside_the_choice_are_answered_with_the_choice()
    {
        AssertFault(ValidFields.Mentor().With("role", "admin"), "role", "must be mentor, mentee or both; it says “admin”");
        AssertFault(ValidFields.Mentor().With("sameInstitution", "maybe"), "sameInstitution", "must be avoid or allow");
        Assert.True(Valid(ValidFields.Mentor().With("sameInstitution", "allow")).Entry.AllowsSameInstitution);
        Assert.False(Valid(ValidFields.Mentor().Without("sameInstitution")).Entry.AllowsSameInstitution);
    }

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_the_form()
    {
        var errors = Invalid(FormFields.Empty.With("role", "both"));

        Assert.Equal(
            ["name", "email", "institution", "jobTitle", "biography", "membershipNumber", "membershipGrade", "capacity", "offers", "seeks", "objectives", "commitment", "codeOfConduct", "privacy"],
            errors.Keys);
        Assert.All(errors.Values, sentences => Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal)));
    }

    [Fact]
    public void Unknown_fields_are_ignored_and_do_not_change_the_content()
    {
        var form = ValidFields.Mentor();

        Assert.Equal(Valid(form).ContentHash, Valid(form.With("utm_source", "newsletter").With("submissionId", "s-1")).ContentHash);
    }

    [Fact]
    public void Without_an_id_the_same_content_is_the_same_submission()
    {
        var form = ValidFields.Mentor();

        Assert.Equal(Valid(form).SubmissionId, Valid(form).SubmissionId);
        Assert.NotEqual(Valid(form).SubmissionId, Valid(form.With("capacity", "3")).SubmissionId);
        Assert.Equal("forms:42_a.b-c", Valid(form.With("submissionId", "forms:42_a.b-c")).SubmissionId);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a/b")]
    [InlineData("ä")]
    public void An_id_outside_its_shape_is_refused(string id) =>
        AssertFault(ValidFields.Mentor().With("submissionId", id), "submissionId", "1 to 100");

    [Fact]
    public void An_id_has_at_most_100_characters()
    {
        Valid(ValidFields.Mentor().With("submissionId", new string('a', 100)));
        AssertFault(ValidFields.Mentor().With("submissionId", new string('a', 101)), "submissionId", "at most 100");
    }

    [Fact]
    public void A_robot_that_fills_the_trap_is_told_nothing()
    {
        Assert.Equal(new FormResult.Trapped(null), Read(FormFields.Empty.With("website", "http://spam.example")));
        Assert.Equal(
            new FormResult.Trapped("https://planners.example/thanks"),
            Read(ValidFields.Mentor().With("website", "x").With("redirect", "https://planners.example/thanks")));
        Assert.Equal(new FormResult.Trapped(null), Read(ValidFields.Mentor().With("website", "x").With("redirect", "https://evil.example/")));
        Valid(ValidFields.Mentor().With("website", " "));
    }

    private static string AssertFault(FormFields fields, string field, string part)
    {
        var errors = Invalid(fields);
        var (name, sentences) = Assert.Single(errors);
        Assert.Equal(field, name);
        var sentence = Assert.Single(sentences);
        Assert.Contains(part, sentence, StringComparison.Ordinal);
        return sentence;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Invalid(FormFields fields) => Assert.IsType<FormResult.Invalid>(Read(fields)).Errors;

    private static FormResult.Valid Valid(FormFields fields) => Assert.IsType<FormResult.Valid>(Read(fields));

    private static FormResult Read(FormFields fields, Scheme? scheme = null) => RegistrationForm.Read(fields, scheme ?? TestScheme.Small, Now);
}
