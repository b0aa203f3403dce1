using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Reviews;

public class ReviewAnswerFormTests
{
    private static readonly FormFields Least = FormFields.Empty.With("useful", "3").With("share", "no");

    [Theory]
    [InlineData(ReviewKind.Interim, false)]
    [InlineData(ReviewKind.Asked, false)]
    [InlineData(ReviewKind.Final, true)]
    [InlineData(ReviewKind.Final, false)]
    [Trait("Requirement", "RV1")]
    public void Each_form_has_its_own_required_questions(ReviewKind kind, bool asksToContinue)
    {
        foreach (var party in new[] { Party.Mentor, Party.Mentee })
        {
            var form = Form(kind, party, asksToContinue);
            var required = ReviewQuestions.For(form).Where(question => question.Required).Select(question => question.Code);

            Assert.Equal(required, Errors(form, FormFields.Empty).Keys);
            var asked = kind == ReviewKind.Final ? Least.With("objectives", "partly") : Least;
            var (answers, errors) = ReviewAnswerForm.Read(form, asksToContinue ? asked.With("continue", "no") : asked);
            Assert.Empty(errors);
            Assert.Equal(asksToContinue ? false : null, answers!.Continue);
            Assert.Empty(answers.Purposes);
        }
    }

    [Fact]
    [Trait("Requirement", "RV2")]
    public void The_interim_form_asks_where_when_and_how_they_meet()
    {
        foreach (var party in new[] { Party.Mentor, Party.Mentee })
            Assert.Subset(ReviewQuestions.For(Form(ReviewKind.Interim, party)).Select(question => question.Code).ToHashSet(), new HashSet<string> { "meetingPlace", "meetingTimes", "contact" });
    }

    [Fact]
    [Trait("Requirement", "RV5")]
    public void Sharing_names_its_purposes()
    {
        var form = Form(ReviewKind.Interim, Party.Mentee);

        Assert.Equal(["purpose"], Errors(form, Least.With("share", "yes")).Keys);
        Assert.Equal(["purpose"], Errors(form, Least.With("purpose", "partner")).Keys);
        Assert.Equal(["purpose"], Errors(form, Least.With("share", "yes").With("purpose", "advertising")).Keys);
        Assert.Equal(["share"], Errors(form, Least.Without("share").With("purpose", "partner")).Keys);
        Assert.Equal(["case-study", "partner"], ReviewAnswerForm.Read(form, Least.With("share", "yes").With("purpose", "case-study", "partner")).Answers!.Purposes);
    }

    [Fact]
    public void Answers_off_the_list_and_endless_words_are_refused_at_their_field()
    {
        var form = Form(ReviewKind.Interim, Party.Mentor);

        Assert.Equal(["useful"], Errors(form, Least.With("useful", "6")).Keys);
        Assert.Equal(["progress"], Errors(form, Least.With("progress", new string('a', ReviewQuestions.LongestAnswer + 1))).Keys);
        Assert.Empty(Errors(form, Least.With("progress", new string('a', ReviewQuestions.LongestAnswer))));
        Assert.Equal(["useful"], Errors(form, Least.With("useful", "3", "4")).Keys);
    }

    [Fact]
    public void Blank_boxes_and_the_order_of_purposes_make_no_difference()
    {
        var form = Form(ReviewKind.Interim, Party.Mentor);
        var bare = ReviewAnswerForm.Read(form, Least.With("share", "yes").With("purpose", "partner", "case-study")).Answers!;
        var blank = ReviewAnswerForm.Read(form, Least.With("progress", " ").With("share", "yes").With("purpose", "case-study", "partner")).Answers!;

        Assert.True(bare.SameAs(blank));
        Assert.False(bare.SameAs(ReviewAnswerForm.Read(form, Least).Answers!));
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Errors(ReviewForm form, FormFields fields) => ReviewAnswerForm.Read(form, fields).Errors;
}
