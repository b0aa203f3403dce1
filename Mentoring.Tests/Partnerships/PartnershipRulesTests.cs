using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Partnerships;

public class PartnershipRulesTests
{
    private static readonly Partnership.Event Began = new Partnership.Event.Began(ThePair);
    private static readonly Partnership.Event Activated = new Partnership.Event.Activated(ThePair, TheTerm);
    private static readonly Partnership.Event InterimOpened = new Partnership.Event.InterimOpened(ThePair, TheTerm);
    private static readonly Partnership.Event FinalOpened = new Partnership.Event.FinalOpened(ThePair, TheTerm, AnswerBy);
    private static readonly Partnership.Command Tick = new Partnership.Command.Tick(AnswerBy);
    private static readonly DateTimeOffset End = TheTerm.Ends.Instant;

    [Fact]
    [Trait("Requirement", "RD1")]
    public void It_begins_with_the_introduction_and_runs_once_both_have_signed() => Given.Partnership()
        .When(new Partnership.Command.Begin(ThePair), Start).Then("partnership.began")
        .When(new Partnership.Command.Begin(ThePair), Start).ThenNothing()
        .When(new Partnership.Command.Activate(TheTerm), Day(1)).Then("partnership.active")
        .When(new Partnership.Command.Activate(TheTerm), Day(1)).ThenNothing()
        .When(new Partnership.Command.Lapse(false, false), Day(30)).ThenNothing()
        .ThenIs<Partnership.Active>();

    [Fact]
    public void What_never_began_is_unknown() => Given.Partnership().When(EndAs(Party.Mentor), Start).ThenRefused("partnership-unknown", RejectionKind.Unknown);

    [Fact]
    public void It_lapses_where_the_agreement_does() => Given.Partnership(Began)
        .When(new Partnership.Command.Lapse(MentorSigned: true, MenteeSigned: false), Day(11)).Then("partnership.lapsed")
        .When(new Partnership.Command.Lapse(true, false), Day(11)).ThenNothing()
        .When(EndAs(Party.Mentee), Day(12)).ThenNothing()
        .When(new Partnership.Command.AskReview(Party.Mentor), Day(12)).ThenRefused("partnership-not-active", RejectionKind.Conflict)
        .ThenIs<Partnership.Lapsed>();

    [Fact]
    [Trait("Requirement", "RV1")]
    public void Both_reviews_open_on_their_days() => Given.Partnership(Began, Activated)
        .When(Tick, TheTerm.Interim.Instant.AddTicks(-1)).ThenNothing()
        .When(Tick, TheTerm.Interim.Instant).Then("partnership.interim-review")
        .When(Tick, TheTerm.Interim.Instant).ThenNothing()
        .When(Tick, End).Then("partnership.final-review")
        .When(Tick, End).ThenNothing()
        .ThenIs<Partnership.Reviewing>();

    [Fact]
    public void An_interim_review_that_was_missed_gives_way_to_the_final_one() =>
        Given.Partnership(Began, Activated).When(Tick, End).Then("partnership.final-review");

    [Fact]
    [Trait("Requirement", "RF3")]
    [Trait("Requirement", "RF9")]
    public void It_goes_on_only_where_both_wish_so()
    {
        var active = Given.Partnership(Began, Activated, FinalOpened)
            .When(new Partnership.Command.Wish(Party.Mentor, true), End).Then("partnership.wished")
            .When(new Partnership.Command.Wish(Party.Mentor, true), End).ThenNothing()
            .When(new Partnership.Command.Wish(Party.Mentor, false), End).ThenNothing()
            .When(new Partnership.Command.Wish(Party.Mentee, true), End).Then("partnership.wished", "partnership.continued")
            .ThenIs<Partnership.Active>();
        Assert.Equal((2, false, 0), (active.Term.Number, active.Term.InterimOpened, active.Term.Asked));
        Assert.Equal(TheTerm.Ends.PlusMonths(12, new TimeOnly(12, 0)), active.Term.Ends);

        foreach (var party in new[] { Party.Mentor, Party.Mentee })
        {
            var ended = Given.Partnership(Began, Activated, FinalOpened)
                .When(new Partnership.Command.Wish(party, true), End)
                .When(new Partnership.Command.Wish(party.Other(), false), End).Then("partnership.wished", "partnership.ended")
                .ThenIs<Partnership.Ended>();
            Assert.Equal((EndingReason.Completed, Actor.Clock, true, false), (ended.Ending.Reason, ended.Ending.By, ended.Ending.MentorStays, ended.Ending.MenteeAgain));
        }
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public void Silence_at_the_end_of_the_term_ends_it() => Given.Partnership(Began, Activated, FinalOpened)
        .When(new Partnership.Command.Wish(Party.Mentee, true), End).Then("partnership.wished")
        .When(Tick, AnswerBy.Instant.AddTicks(-1)).ThenNothing()
        .When(Tick, AnswerBy.Instant).Then("partnership.ended")
        .When(Tick, AnswerBy.Instant).ThenNothing()
        .When(new Partnership.Command.Wish(Party.Mentor, true), AnswerBy.Instant).ThenNothing()
        .ThenIs<Partnership.Ended>();

    [Fact]
    [Trait("Requirement", "RF4")]
    public void Either_side_ends_it_at_any_point_once()
    {
        Partnership.Event[][] points = [[Began], [Began, Activated], [Began, Activated, InterimOpened], [Began, Activated, FinalOpened]];
        foreach (var happened in points)
        {
            foreach (var party in new[] { Party.Mentor, Party.Mentee })
            {
                var ended = Given.Partnership(happened).When(EndAs(party), Day(5)).Then("partnership.ended").When(EndAs(party), Day(6)).ThenNothing().When(EndAs(party.Other()), Day(6)).ThenNothing().ThenIs<Partnership.Ended>();
                Assert.Equal((party.Actor(), Day(5), happened.Length > 1), (ended.Ending.By, ended.Ending.At, ended.Term is not null));
            }
        }
    }

    [Theory]
    [InlineData("objectives-met", EndingReason.ObjectivesMet)]
    [InlineData("circumstances", EndingReason.Circumstances)]
    [InlineData("capacity", EndingReason.Capacity)]
    [InlineData("role-change", EndingReason.RoleChange)]
    [InlineData("other", EndingReason.Other)]
    [Trait("Requirement", "RF5")]
    public void The_reasons_have_fixed_codes(string code, EndingReason reason)
    {
        Assert.True(EndingReasonCodes.TryParse(code, out var read));
        Assert.Equal(reason, read);
        Assert.Equal(code, reason.Code());
        Assert.Contains(code, EndingReasonCodes.Choices);
    }

    [Fact]
    public void Nobody_may_choose_that_the_term_was_over()
    {
        Assert.False(EndingReasonCodes.TryParse("completed", out _));
        Assert.DoesNotContain("completed", EndingReasonCodes.Choices);
        Assert.False(EndingReasonCodes.TryParse(null, out _));
    }

    [Theory]
    [InlineData(EndingReason.Circumstances, Party.Mentor, null, true, true)]
    [InlineData(EndingReason.Capacity, Party.Mentor, null, false, true)]
    [InlineData(EndingReason.Capacity, Party.Mentor, true, true, true)]
    [InlineData(EndingReason.Circumstances, Party.Mentor, false, false, true)]
    [InlineData(EndingReason.ObjectivesMet, Party.Mentor, null, true, false)]
    [InlineData(EndingReason.Capacity, Party.Mentee, null, true, true)]
    [InlineData(EndingReason.Capacity, Party.Mentee, false, true, false)]
    [InlineData(EndingReason.ObjectivesMet, Party.Mentee, null, true, false)]
    [InlineData(EndingReason.ObjectivesMet, Party.Mentee, true, true, true)]
    [Trait("Requirement", "RF8")]
    public void Each_speaks_for_themselves_about_what_comes_after(EndingReason reason, Party by, bool? said, bool mentorStays, bool menteeAgain)
    {
        Assert.Equal(mentorStays, EndingWishes.MentorStays(reason, by, said));
        Assert.Equal(menteeAgain, EndingWishes.MenteeAgain(reason, by, said));
    }

    [Fact]
    [Trait("Requirement", "RF10")]
    public void Reviews_asked_for_are_counted_over_all_terms_so_that_each_has_a_form_of_its_own()
    {
        var second = Given.Partnership(Began, Activated)
            .When(new Partnership.Command.AskReview(Party.Mentor), Day(40))
            .When(Tick, End)
            .When(new Partnership.Command.Wish(Party.Mentor, true), End)
            .When(new Partnership.Command.Wish(Party.Mentee, true), End).Then("partnership.wished", "partnership.continued");
        Assert.Equal((2, 1), (second.ThenIs<Partnership.Active>().Term.Number, second.ThenIs<Partnership.Active>().Term.Asked));
        Assert.Equal(2, second.When(new Partnership.Command.AskReview(Party.Mentee), End.AddDays(1)).ThenIs<Partnership.Active>().Term.Asked);
        Assert.Equal(5, second.When(new Partnership.Command.AskReview(Party.Mentee, 5), End.AddDays(40)).ThenIs<Partnership.Active>().Term.Asked);
    }

    [Theory]
    [InlineData("2025-08-31", 6, "2026-02-28", "2026-08-31", "2026-05-31")]
    [InlineData("2024-02-29", 12, "2025-02-28", "2026-02-28", "2025-05-29")]
    [InlineData("2025-03-15", 6, "2025-09-15", "2026-03-15", "2025-12-15")]
    public void Every_term_ends_on_the_day_of_the_month_on_which_the_first_began_where_the_month_has_it(string start, int months, string first, string second, string interim)
    {
        var term = Term.First(DateTimeOffset.Parse(start + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture), Zone, months, 3);
        Assert.Equal([first, second, interim], new[] { term.Ends, term.Next(months).Ends, term.Next(months).Interim }.Select(date => $"{date.Wall:yyyy-MM-dd}"));
        Assert.All([term.Ends, term.Next(months).Ends], date => Assert.Equal(new TimeSpan(12, 0, 0), date.Wall.TimeOfDay));
    }

    [Fact]
    [Trait("Requirement", "RF10")]
    public void Either_side_asks_for_a_review_while_it_runs()
    {
        foreach (var party in new[] { Party.Mentor, Party.Mentee })
        {
            var active = Given.Partnership(Began, Activated).When(new Partnership.Command.AskReview(party), Day(40)).Then("partnership.review-asked").ThenIs<Partnership.Active>();
            Assert.Equal(1, active.Term.Asked);
        }

        Given.Partnership(Began).When(new Partnership.Command.AskReview(Party.Mentee), Day(1)).ThenRefused("partnership-not-active", RejectionKind.Conflict);
        Given.Partnership(Began, Activated, FinalOpened).When(new Partnership.Command.AskReview(Party.Mentee), End).ThenNothing();
    }

    [Fact]
    public void It_says_when_it_moves_by_itself()
    {
        Assert.Null(Partnership.DueAt(Given.Partnership(Began).State));
        Assert.Equal(TheTerm.Interim.Instant, Partnership.DueAt(Given.Partnership(Began, Activated).State));
        Assert.Equal(End, Partnership.DueAt(Given.Partnership(Began, Activated, InterimOpened).State));
        Assert.Equal(AnswerBy.Instant, Partnership.DueAt(Given.Partnership(Began, Activated, FinalOpened).State));
        Assert.Null(Partnership.DueAt(Given.Partnership(Began, Activated).When(EndAs(Party.Mentor), Day(9)).State));
    }

    private static Partnership.Command EndAs(Party party) => new Partnership.Command.End(EndingReason.Other, party.Actor(), null, MentorStays: true, MenteeAgain: true);
}
