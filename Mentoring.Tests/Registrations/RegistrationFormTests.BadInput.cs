using Mentoring.Core.People;
using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Registrations;

public partial class RegistrationFormTests
{
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
    [InlineData(".ann@example.org")]
    [InlineData("ann..first@example.org")]
    [InlineData("ann.@example.org")]
    [InlineData("ann@example\u3002org")]
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
    [Trait("Requirement", "RM12")]
    public void An_excluded_line_manager_is_known_in_capitals_too_where_their_domain_has_letters_beyond_English()
    {
        Assert.True(EmailAddress.TryParse("meg@bücher.example", out var manager));
        var entry = Valid(ValidFields.Mentee().With("exclude", "MEG@BÜCHER.EXAMPLE", "meg@xn--bcher-kva.example")).Entry;

        Assert.Equal([manager.Person], entry.Exclude);
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
        Assert.Equal(SameInstitution.Allow, Valid(ValidFields.Mentor().With("sameInstitution", "allow")).Entry.SameInstitution);
        Assert.Equal(SameInstitution.NoWish, Valid(ValidFields.Mentor().Without("sameInstitution")).Entry.SameInstitution);
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
}
