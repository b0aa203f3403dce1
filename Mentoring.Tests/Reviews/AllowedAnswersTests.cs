using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Shell;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Reviews;

public class AllowedAnswersTests
{
    private static readonly ReviewForm Final = Form(ReviewKind.Final, Party.Mentee, asksToContinue: true);

    [Fact]
    [Trait("Requirement", "B10")]
    [Trait("Requirement", "RV5")]
    public void Answers_are_read_for_a_purpose_their_author_allowed_and_no_other()
    {
        foreach (var allowed in ReviewQuestions.Purposes)
        {
            var shared = new AllowedAnswers(Answered("yes", allowed.Code));
            Assert.NotNull(shared.For(allowed.Code));
            Assert.All(ReviewQuestions.Purposes.Where(other => other.Code != allowed.Code), other => Assert.Null(shared.For(other.Code)));
        }
    }

    [Fact]
    [Trait("Requirement", "B10")]
    public void Nothing_is_read_where_the_author_said_no() =>
        Assert.All(ReviewQuestions.Purposes, purpose => Assert.Null(new AllowedAnswers(Answered("no")).For(purpose.Code)));

    [Fact]
    [Trait("Requirement", "B10")]
    public void A_purpose_that_nobody_was_asked_about_is_a_fault_of_the_program()
    {
        var fault = Assert.Throws<ArgumentException>(() => new AllowedAnswers(Answered("yes", "partner")).For("advertising"));
        Assert.Contains("advertising", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RV5")]
    public void Each_purpose_gives_what_its_words_promise()
    {
        var shared = new AllowedAnswers(Answered("yes", [.. ReviewQuestions.Purposes.Select(purpose => purpose.Code)]));

        var improve = shared.For(ReviewPurposes.ImproveScheme)!;
        Assert.Equal("mentee", improve.Author);
        Assert.Equal(["objectives", "progress", "schemeObjectives", "toCoordinator", "useful"], improve.Values.Keys.Order(StringComparer.Ordinal));

        var figures = shared.For(ReviewPurposes.ReportFigures)!;
        Assert.Null(figures.Author);
        Assert.Equal(["objectives", "schemeObjectives", "useful"], figures.Values.Keys.Order(StringComparer.Ordinal));

        var partner = shared.For(ReviewPurposes.Partner)!;
        Assert.Equal("mentee", partner.Author);
        Assert.DoesNotContain("toCoordinator", partner.Values.Keys);
        Assert.Equal(["Much."], partner.Values["progress"]);

        Assert.Equal("mentee", shared.For(ReviewPurposes.CaseStudy)!.Author);
        Assert.Empty(shared.For(ReviewPurposes.CaseStudy)!.Values);
    }

    [Fact]
    [Trait("Requirement", "RP12")]
    public void What_is_for_the_coordinator_is_theirs_to_read_whatever_else_is_allowed()
    {
        Assert.Equal("We have not met since May.", new AllowedAnswers(Answered("no")).ToCoordinator);
        Assert.Null(new AllowedAnswers(new Review.Answered(Final, Answers(), Start)).ToCoordinator);
    }

    [Fact]
    [Trait("Requirement", "B10")]
    public void There_is_no_other_way_to_the_answers_outside_the_core() =>
        Assert.DoesNotContain(typeof(ReviewAnswers).GetProperties(), property => property.PropertyType.Name.Contains("Dictionary", StringComparison.Ordinal));

    [Fact]
    public void Answers_survive_the_ledger_with_their_purposes()
    {
        var answered = Answered("yes", "partner", "report-figures");
        var again = Assert.IsType<Review.Answered>(LedgerJson.Read<Review>(Stages.Reviews.Write(answered)));

        Assert.True(answered.Answers.SameAs(again.Answers));
        Assert.Equal(["partner", "report-figures"], again.Answers.Purposes);
        Assert.True(again.Answers.Continue);
        Assert.Equal(["Much."], new AllowedAnswers(again).For("partner")!.Values["progress"]);
    }

    private static Review.Answered Answered(string share, params string[] purposes)
    {
        var fields = FormFields.Empty
            .With("useful", "4").With("objectives", "mostly").With("progress", "Much.").With("schemeObjectives", "connecting", "succession")
            .With("toCoordinator", "We have not met since May.").With("continue", "yes").With("share", share).With("purpose", purposes);
        var (answers, errors) = ReviewAnswerForm.Read(Final, fields);
        Assert.Empty(errors);
        return new Review.Answered(Final, answers!, Start);
    }
}
