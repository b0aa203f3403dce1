using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Reviews;

public class ReviewRulesTests
{
    private static readonly ReviewForm Interim = Form(ReviewKind.Interim, Party.Mentee);
    private static readonly Review.Event Asked = new Review.Event.Asked(Interim, TenDays);
    private static readonly Review.Command Submit = new Review.Command.Submit(Answers());

    [Fact]
    public void It_is_asked_and_answered_once() => Given.Review()
        .When(new Review.Command.Ask(Interim, TenDays), Start).Then("review.asked")
        .When(new Review.Command.Ask(Interim, TenDays), Start).ThenNothing()
        .When(Submit, Day(1)).Then("review.answered")
        .When(new Review.Command.Submit(Answers()), Day(30)).ThenNothing()
        .ThenIs<Review.Answered>();

    [Fact]
    public void Other_answers_do_not_replace_the_first() => Given.Review(Asked).When(Submit, Day(1))
        .When(new Review.Command.Submit(Answers("1")), Day(2)).ThenRefused("review-answered", RejectionKind.Conflict)
        .When(new Review.Command.Submit(Answers("4", null, "partner")), Day(2)).ThenRefused("review-answered", RejectionKind.Conflict)
        .When(new Review.Command.Submit(Answers("4", true)), Day(2)).ThenRefused("review-answered", RejectionKind.Conflict);

    [Fact]
    [Trait("Requirement", "RV5")]
    public void Leave_to_use_the_answers_is_given_and_taken_back_at_any_time_and_the_answers_stay()
    {
        var changed = Given.Review(Asked).When(Submit, Day(1)).When(new Review.Command.Allow(["partner", "case-study"]), Day(400)).Then("review.permission-changed")
            .When(new Review.Command.Allow(["case-study", "partner"]), Day(401)).ThenNothing()
            .When(new Review.Command.Allow([]), Day(402)).Then("review.permission-changed").ThenIs<Review.Answered>();
        Assert.True(changed.Answers.SameAs(Answers()));
    }

    [Fact]
    public void Where_nothing_was_answered_there_is_nothing_to_allow() => Given.Review(Asked)
        .When(new Review.Command.Allow(["partner"]), Day(1)).ThenRefused("review-not-answered", RejectionKind.Conflict);

    [Fact]
    public void Late_answers_are_too_late_whether_the_clock_has_said_so_or_not()
    {
        var over = TenDays.Until.Instant;
        Given.Review(Asked).When(Submit, over.AddTicks(-1)).Then("review.answered");
        Given.Review(Asked).When(Submit, over).ThenRefused("review-closed", RejectionKind.Gone)
            .When(new Review.Command.Tick(), over).Then("review.unanswered")
            .When(Submit, over).ThenRefused("review-closed", RejectionKind.Gone);
    }

    [Fact]
    public void What_was_never_asked_cannot_be_answered()
    {
        Given.Review().When(Submit, Start).ThenRefused("review-unknown", RejectionKind.Unknown);
        Given.Review().When(new Review.Command.Close(), Start).ThenNothing();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public void Silence_is_reminded_of_twice_and_then_let_be() => Given.Review(Asked)
        .When(new Review.Command.Tick(), Day(1)).ThenNothing()
        .When(new Review.Command.Tick(), Day(4)).Then("review.reminded")
        .When(new Review.Command.Tick(), Day(4)).ThenNothing()
        .When(new Review.Command.Tick(), Day(7)).Then("review.reminded")
        .When(new Review.Command.Tick(), Day(11)).Then("review.unanswered")
        .When(new Review.Command.Tick(), Day(12)).ThenNothing();

    [Fact]
    public void It_closes_when_the_partnership_is_over_and_remembers_until_when_it_was_asked()
    {
        var closed = Given.Review(Asked).When(new Review.Command.Close(), Day(2)).Then("review.unanswered").When(new Review.Command.Close(), Day(2)).ThenNothing().ThenIs<Review.Unanswered>();
        Assert.Equal(TenDays.Until, closed.AnswerBy);
        Given.Review(Asked).When(Submit, Day(1)).When(new Review.Command.Close(), Day(2)).ThenNothing().ThenIs<Review.Answered>();
    }

    [Fact]
    public void The_journal_says_that_somebody_answered_and_not_what()
    {
        var submitted = Assert.Single(Given.Review(Asked).When(Submit, Day(1)).Events);
        Assert.Empty(submitted.Facts);
    }

    [Fact]
    public void An_open_review_says_when_it_moves()
    {
        Assert.Equal(TenDays.RemindAt[0].Instant, Review.DueAt(Given.Review(Asked).State));
        Assert.Null(Review.DueAt(Given.Review(Asked).When(Submit, Day(1)).State));
        Assert.Same(Interim, Review.FormOf(Given.Review(Asked).When(new Review.Command.Close(), Day(1)).State));
    }
}
