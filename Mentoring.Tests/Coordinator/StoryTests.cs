using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>A person's story tells every step that a coordinator would ask about.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Leaving_the_waiting_list_stands_in_it_beside_coming_back()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        var tom = await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.RunRoundAsync();
        var own = new Uri(host.Host.Mailbox.Read("tom.hughes@university.example")[0].Links.First(link => link.Contains("/registrations/", StringComparison.Ordinal))).AbsolutePath;
        await desk.PostAsync(own + "/leave");
        await desk.PostAsync(own + "/rejoin");

        Assert.Matches("Left the waiting list.*Asked to be back on the waiting list", Rendered.Words((await desk.GetAsync("/coordinator/people/" + tom)).Page));
    }
}
