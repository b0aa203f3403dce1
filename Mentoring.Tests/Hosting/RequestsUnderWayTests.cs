using Mentoring.Local.Hosting;

namespace Mentoring.Tests.Hosting;

public sealed class RequestsUnderWayTests
{
    private readonly RequestsUnderWay requests = new();

    [Fact]
    public void With_nobody_waiting_work_goes_on_at_once() => Assert.True(requests.GiveWayAsync(default).IsCompletedSuccessfully);

    [Fact]
    public async Task Work_goes_on_when_the_last_request_is_answered()
    {
        requests.Begin();
        requests.Begin();
        var waiting = requests.GiveWayAsync(default);
        requests.End();
        Assert.False(requests.GiveWayAsync(default).IsCompleted);
        requests.End();
        await waiting;
        Assert.True(requests.GiveWayAsync(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task However_many_requests_there_are_work_goes_on()
    {
        requests.Begin();
        await requests.GiveWayAsync(default);
        await requests.GiveWayAsync(default);
    }
}
