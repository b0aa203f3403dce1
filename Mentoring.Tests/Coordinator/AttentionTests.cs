using Mentoring.Core.Partnerships;
using Mentoring.Functions.Coordinator;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Coordinator;

public sealed class AttentionTests
{
    private static readonly DateTimeOffset Now = new(2024, 11, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void News_leaves_the_list_after_thirty_days_although_nothing_happens_in_the_round()
    {
        var time = new ManualTime(Now);
        var attention = new Attention(TestScheme.Small, time);
        var book = SampleBook.Of([SampleBook.Ended("late", EndingReason.Capacity, Now), SampleBook.Ended("early", EndingReason.Other, Now.AddDays(-10)), SampleBook.Ended("term", EndingReason.Completed, Now)], []);

        Assert.Equal(["partnership:early", "partnership:late"], Subjects());
        time.Now += TimeSpan.FromDays(20) - TimeSpan.FromTicks(1);
        Assert.Equal(["partnership:early", "partnership:late"], Subjects());
        time.Now += TimeSpan.FromTicks(1);
        Assert.Equal(["partnership:late"], Subjects());
        time.Now += TimeSpan.FromDays(10);
        Assert.Empty(Subjects());

        IEnumerable<string> Subjects() => attention.In(book, []).Select(point => point.Subject);
    }
}
