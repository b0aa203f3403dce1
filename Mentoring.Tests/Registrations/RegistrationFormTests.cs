using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

public partial class RegistrationFormTests
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
        Assert.Equal(SameInstitution.Avoid, entry.SameInstitution);
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
