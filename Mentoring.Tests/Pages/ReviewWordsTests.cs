using Mentoring.Core.People;
using Mentoring.Core.Reviews;

namespace Mentoring.Tests.Pages;

/// <summary>What reviews ask, and who may read the answers.</summary>
public sealed class ReviewWordsTests : WordsTests
{
    [Fact]
    [Trait("Requirement", "RV1")]
    public void There_are_four_review_forms() => Assert.Equal(4, (
        from kind in (ReviewKind[])[ReviewKind.Interim, ReviewKind.Final]
        from party in Enum.GetValues<Party>()
        select string.Join('|', ReviewQuestions.For(kind, party, asksToContinue: true).Select(question => question.Label))).Distinct().Count());

    [Theory]
    [InlineData(Party.Mentor)]
    [InlineData(Party.Mentee)]
    [Trait("Requirement", "RV2")]
    public void The_interim_review_asks_for_place_times_and_contact(Party role) =>
        Says(Samples.Review(ReviewKind.Interim, role), "Where do you meet?", "How often do you meet, and for how long?", "How do you keep in contact between meetings?");

    [Fact]
    [Trait("Requirement", "RV5")]
    public void Sharing_needs_a_permission_that_names_readers_and_use()
    {
        foreach (var model in Enum.GetValues<ReviewKind>().Select(kind => Samples.Review(kind, Party.Mentee)))
        {
            var page = Rendered.Document(model);
            Assert.Equal(["yes", "no"], page.QuerySelectorAll("input[name=share]").Select(input => input.GetAttribute("value")!));
            Assert.Empty(page.QuerySelectorAll("input[name=share][checked],input[name=purpose][checked]"));
            Assert.Equal(["improve-scheme", "report-figures", "case-study", "partner"], page.QuerySelectorAll("input[name=purpose]").Select(input => input.GetAttribute("value")!));
            Says(model, "confidential", "The coordinator reads my answers", "committee and funders", "a case study", "My mentoring partner may read my answers");
        }
    }

    [Fact]
    [Trait("Requirement", "RV9")]
    public void The_final_review_asks_for_all_five_aims_of_the_scheme() =>
        Assert.Equal(5, Rendered.Document(Samples.Review(ReviewKind.Final, Party.Mentee)).QuerySelectorAll("input[name=schemeObjectives]").Length);

    [Theory]
    [InlineData(Party.Mentor, "What training or support would help you as a mentor?")]
    [InlineData(Party.Mentee, "What would help you now?")]
    [Trait("Requirement", "RV3")]
    public void The_interim_review_asks_what_would_help_while_the_scheme_is_running(Party role, string words) => Says(Samples.Review(ReviewKind.Interim, role), words, "while the scheme is running");

    [Theory]
    [InlineData(Party.Mentor)]
    [InlineData(Party.Mentee)]
    [Trait("Requirement", "RV4")]
    public void The_final_review_asks_about_the_scheme_as_a_whole(Party role) => Says(Samples.Review(ReviewKind.Final, role), "How was the scheme as a whole?", "The launch, inductions and trainings, meetings of the group");

    [Fact]
    [Trait("Requirement", "RV6")]
    public void A_case_study_needs_a_permission_of_its_own() =>
        Says(Samples.Review(ReviewKind.Final, Party.Mentee), "may write to me about a case study; members and the public see nothing before I have agreed to its words");
}
