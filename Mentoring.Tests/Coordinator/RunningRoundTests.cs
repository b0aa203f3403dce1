using Mentoring.Core;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Coordinator;

/// <summary>What the desk shows of a round while it runs.</summary>
public sealed class RunningRoundTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_round_shows_how_far_it_has_come_from_its_deadline_until_everybody_is_written_to()
    {
        await office.OpenRoundAsync();
        await office.JoinAsync(ValidFields.Mentee());
        Assert.Null(await DoneAsync());

        office.Clock.Now = Office.Utc("2024-09-30T11:01:00Z");
        await office.DoAsync(Office.Round, new Request.ToRound(Office.Round, new Round.Command.Close()));
        Assert.Equal((0, 0), await DoneAsync());
        await office.DoAsync(Office.Round, new Request.ToRound(Office.Round, new Round.Command.RecordMatching(new MatchingRecord("run-1", "digest", office.Clock.Now, 9, 9, 9, 8, 100))));
        Assert.Equal((0, 8), await DoneAsync());
        await office.DoAsync(Office.Round, new Request.ToRound(Office.Round, new Round.Command.Announce()));
        Assert.Null(await DoneAsync());
    }

    [Fact]
    public async Task Only_whoever_asks_for_it_gets_a_page_that_fetches_itself_again_and_only_while_there_is_something_to_see()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        var settled = (await desk.GetAsync("/coordinator/rounds/autumn?watch=yes")).Page;
        Assert.Null(settled.QuerySelector("meta[http-equiv=refresh]"));

        var watched = Rendered.Document(new Pages.Samples().RunningRound(isWatched: true));
        var other = Rendered.Document(new Pages.Samples().RunningRound(isWatched: false));

        Assert.Equal("4", watched.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Contains("The round is running: 3 of 8 offers are made.", Rendered.Words(watched), StringComparison.Ordinal);
        Assert.Equal("/coordinator/rounds/2024", watched.QuerySelectorAll("main a").Single(link => link.TextContent == "Stop that").GetAttribute("href"));
        Assert.Null(other.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal("/coordinator/rounds/2024?watch=yes", other.QuerySelectorAll("main a").Single(link => link.TextContent == "keep this page up to date").GetAttribute("href"));
    }

    private async Task<(int, int)?> DoneAsync() => office.Get<RoundCourses>().Of((await office.Get<RoundBooks>().OpenAsync(Office.Round, default))!).Done;
}
