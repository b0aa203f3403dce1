using System.Globalization;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Samples;

public class SampleRegistrationTests
{
    public static TheoryData<string> Folders => SampleSchemeTests.Folders;

    [Theory]
    [InlineData("planners", 34, 22, 4)]
    [InlineData("technicians", 13, 9, 2)]
    [Trait("Requirement", "RM4")]
    public void Mentees_outnumber_places(string folder, int mentees, int mentors, int both)
    {
        var rows = new SampleScheme(folder).Registrations();

        Assert.Equal(mentees, rows.Count(row => row["role"] == "mentee"));
        Assert.Equal(mentors, rows.Count(row => row["role"] == "mentor"));
        Assert.Equal(both, rows.Count(row => row["role"] == "both"));
        Assert.True(rows.Count(row => row.Learns) > rows.Where(row => row.Mentors).Sum(row => int.Parse(row["capacity"], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Addresses_numbers_submissions_and_biographies_are_each_one_person_s(string folder)
    {
        var rows = new SampleScheme(folder).Registrations();
        foreach (var name in new[] { "name", "email", "membershipNumber", "submissionId", "biography" })
            Assert.Equal(rows.Count, rows.Select(row => row[name]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_address_is_well_formed_and_nobody_s(string folder)
    {
        foreach (var address in new SampleScheme(folder).Registrations().SelectMany(row => row.List("exclude").Prepend(row["email"])))
        {
            Assert.True(EmailAddress.TryParse(address, out var parsed), address);
            Assert.EndsWith(".example", parsed.Canonical, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Everybody_s_fields_fit_their_role_and_the_scheme(string folder)
    {
        var scheme = new SampleScheme(folder).Settings;
        var codes = scheme.Expertise.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(new SampleScheme(folder).Registrations(), row =>
        {
            Assert.True(scheme.Admits(row["membershipGrade"]), row["membershipGrade"]);
            Assert.Contains(row["sameInstitution"], (string[])["avoid", "allow"]);
            Assert.All((string[])["name", "institution", "jobTitle", "biography", "membershipNumber", "submissionId"], name => Assert.NotEqual("", row[name].Trim()));
            Assert.All((string[])["commitment", "codeOfConduct", "privacy"], name => Assert.Equal("yes", row[name]));
            Assert.Equal(row.Mentors, row["capacity"].Length > 0);
            Assert.Equal(row.Mentors, row["offers"].Length > 0);
            Assert.Equal(row.Learns, row["seeks"].Length > 0);
            Assert.Equal(row.Learns, row["objectives"].Length > 0);
            Assert.Equal(row.Learns, row["reasons"].Length > 0);
            Assert.Subset(codes, row.List("offers").ToHashSet(StringComparer.Ordinal));
            Assert.Subset(codes, row.List("seeks").ToHashSet(StringComparer.Ordinal));
            Assert.Equal(row.List("seeks").Distinct().Count(), row.List("seeks").Count);
            Assert.Equal(row.List("offers").Distinct().Count(), row.List("offers").Count);
            Assert.DoesNotContain(row["email"], row.List("exclude"));
            if (row.Mentors)
                Assert.InRange(int.Parse(row["capacity"], CultureInfo.InvariantCulture), 1, scheme.CapacityLimit);
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Everybody_s_form_is_accepted_as_it_stands(string folder)
    {
        var sample = new SampleScheme(folder);
        var now = sample.Settings.Rounds[0].Opens.Instant;
        foreach (var row in sample.Registrations())
        {
            var fields = SampleScheme.Headers.SelectMany(name =>
                (RegistrationFields.Repeated.Contains(name) ? row.List(name) : [row[name]]).Select(value => KeyValuePair.Create(name, value)));
            var result = RegistrationForm.Read(new FormFields(fields), sample.Settings, now);

            var errors = result is FormResult.Invalid invalid ? string.Join(" ", invalid.Errors.SelectMany(error => error.Value)) : "";
            Assert.True(result is FormResult.Valid, $"{row}: {result} {errors}");
        }
    }

    [Fact]
    [Trait("Requirement", "RM12")]
    public void Some_planners_ask_not_to_be_paired_with_somebody_who_registered_too()
    {
        var rows = new SampleScheme("planners").Registrations();
        var addresses = rows.Select(row => row["email"]).ToHashSet(StringComparer.Ordinal);

        Assert.True(rows.SelectMany(row => row.List("exclude")).Count(addresses.Contains) >= 5);
    }

    [Fact]
    [Trait("Requirement", "RM3")]
    public void Several_planners_share_an_institution() =>
        Assert.True(new SampleScheme("planners").Registrations().GroupBy(row => row["institution"]).Count(group => group.Count() > 1) >= 4);
}
