using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Partnerships;

/// <summary>What somebody wrote goes with whoever wrote it, and stays when the other goes.</summary>
public sealed class WordsErasedTests
{
    [Theory]
    [InlineData(Party.Mentor, null)]
    [InlineData(Party.Mentee, "It did not suit.")]
    public void At_the_ending_of_a_partnership(Party whose, string? left)
    {
        var story = Given.Partnership(new Partnership.Event.Began(ThePair), new Partnership.Event.Activated(ThePair, TheTerm))
            .When(new Partnership.Command.End(EndingReason.Other, Actor.Mentor, "It did not suit.", MentorStays: true, MenteeAgain: false), Day(5))
            .When(new Partnership.Command.Forget(whose), Day(6));

        Assert.Equal(left, Assert.IsType<Partnership.Ended>(story.State).Ending.Comment);
    }

    [Theory]
    [InlineData(Party.Mentee, null)]
    [InlineData(Party.Mentor, "Not now.")]
    public void About_an_offer_that_was_declined(Party whose, string? left)
    {
        var terms = TheOffer with { Reasons = [.. TheOffer.Reasons, new ScorePart(ScorePart.Note, 0, "Both of them row.")] };
        var story = Given.Offer(new Offer.Event.Made(terms, TenDays))
            .When(new Offer.Command.Decline("Not now."), Day(1))
            .When(new Offer.Command.Forget(whose), Day(2));

        var declined = Assert.IsType<Offer.Declined>(story.State);
        Assert.Equal((left, false), (declined.Reason, declined.Terms.HasNote));
    }
}
