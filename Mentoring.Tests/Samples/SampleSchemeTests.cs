using Mentoring.Core.Schemes;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Samples;

public class SampleSchemeTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Repository.At("samples")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_two_schemes_to_try()
    {
        Assert.Contains("samples/planners/scheme.json", Repository.Files);
        Assert.Contains("samples/technicians/scheme.json", Repository.Files);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Its_settings_have_no_fault(string folder)
    {
        var (scheme, faults) = new SampleScheme(folder).Read();

        Assert.Empty(faults);
        Assert.NotNull(scheme);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_document_it_names_exists_and_no_other_lies_beside_it(string folder)
    {
        var named = new SampleScheme(folder).Settings.Documents.Select(document => $"samples/{folder}/{document.File}").Order(StringComparer.Ordinal);

        Assert.Equal(Repository.Files.Where(file => file.StartsWith($"samples/{folder}/documents/", StringComparison.Ordinal)), named);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RC5")]
    public void Handbook_code_agreement_and_privacy_notice_give_the_coordinator_s_address(string folder)
    {
        var sample = new SampleScheme(folder);
        foreach (var code in SchemeDocument.Required)
            Assert.Contains($"<{sample.Settings.Contact.Email}>", sample.Text(code), StringComparison.Ordinal);
        Assert.Contains(sample.Settings.Contact.Name, sample.Text(SchemeDocument.Handbook), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Handbook_states_the_periods_of_the_settings(string folder)
    {
        var sample = new SampleScheme(folder);
        var scheme = sample.Settings;
        var handbook = sample.Text(SchemeDocument.Handbook);

        Assert.Contains($"{scheme.Offers.ReplyDays} days", handbook, StringComparison.Ordinal);
        Assert.Contains($"after {scheme.Offers.ReminderDays[0]} and {scheme.Offers.ReminderDays[1]} days", handbook, StringComparison.Ordinal);
        Assert.Contains($"within {scheme.Agreements.SignDays} days", handbook, StringComparison.Ordinal);
        Assert.Contains($"{scheme.Waiting.UpdateAfterDays} days after the deadline", handbook, StringComparison.Ordinal);
        Assert.Contains($"{scheme.Retention.Months} months after", sample.Text(SchemeDocument.Privacy), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RE7")]
    [Trait("Requirement", "RF1")]
    public void The_planners_round_closes_at_noon_on_30_September_2024_in_London_for_twelve_months()
    {
        var scheme = new SampleScheme("planners").Settings;
        var round = Assert.Single(scheme.Rounds);

        Assert.Equal("2024", round.Id);
        Assert.Equal("2024-09-04T09:00:00+01:00", round.Opens.Iso);
        Assert.Equal("2024-09-30T12:00:00+01:00", round.Deadline.Iso);
        Assert.Equal(new DateTimeOffset(2024, 9, 30, 11, 0, 0, TimeSpan.Zero), round.Deadline.Instant);
        Assert.Equal(12, round.ReviewMonths);
        Assert.Equal(12, scheme.TermMonths);
    }

    [Fact]
    [Trait("Requirement", "RF2")]
    [Trait("Requirement", "B14")]
    public void The_technicians_round_closes_in_winter_time_for_six_months()
    {
        var scheme = new SampleScheme("technicians").Settings;

        Assert.Equal("2025-03-14T12:00:00+00:00", Assert.Single(scheme.Rounds).Deadline.Iso);
        Assert.Equal(6, scheme.TermMonths);
        Assert.Equal(InstitutionRule.Different, scheme.Institutions);
        Assert.All(scheme.Documents, document => Assert.Equal(DocumentDelivery.Attach, document.Delivery));
    }

    [Fact]
    [Trait("Requirement", "RE16")]
    public void The_planners_list_has_the_eight_topics_and_some_of_their_own()
    {
        var codes = new SampleScheme("planners").Settings.Expertise.Select(area => area.Code).ToList();

        string[] topics =
        [
            "new-professionals", "new-to-sector", "moving-into-management", "new-opportunities",
            "senior-leadership", "interpersonal-relationships", "wellbeing", "career-planning",
        ];
        Assert.Equal(topics, codes.Take(8));
        Assert.True(codes.Count > 12, $"{codes.Count} areas");
    }

    [Fact]
    [Trait("Requirement", "RE1")]
    public void The_planners_admit_gold_members_alone()
    {
        var scheme = new SampleScheme("planners").Settings;

        Assert.True(scheme.Admits("GOLD"));
        Assert.False(scheme.Admits("SILVER"));
    }

    [Fact]
    [Trait("Requirement", "RM11")]
    public void The_planners_mentors_take_at_most_three_mentees_at_a_time() =>
        Assert.Equal(3, new SampleScheme("planners").Settings.CapacityLimit);
}
