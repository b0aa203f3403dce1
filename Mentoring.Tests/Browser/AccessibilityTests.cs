using Mentoring.Core.Schemes;
using Mentoring.Pages.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PageSamples = Mentoring.Tests.Pages.Samples;

namespace Mentoring.Tests.Browser;

/// <summary>Everybody can use every page and read every mail: no rule of WCAG 2.2 AA that axe-core knows is broken, and nothing has to be scrolled sideways.
/// Leaves pictures of them all in artifacts/screens.</summary>
[Collection(InABrowser.Name)]
public sealed class AccessibilityTests(Chromium chromium, OpenScheme open)
{
    [Fact]
    public Task Participants_pages_are_accessible() => InspectAsync(open.Site, PageList.Participants(open.Scheme));

    [Fact]
    public Task Participants_pages_are_accessible_where_more_goes_on() => InspectAsync(open.BusySite, PageList.FurtherParticipants(open.Busy));

    [Fact]
    public Task The_coordinators_pages_are_accessible() => InspectAsync(open.BusySite, PageList.Desk(open.Busy));

    [Fact]
    public Task Everything_the_coordinator_does_is_accessible() => InspectAsync(open.BusySite, PageList.Actions(open.Busy));

    [Fact]
    public Task The_local_hosts_own_pages_are_accessible() => InspectAsync(open.Site, PageList.Machine(open.Scheme));

    [Fact]
    public Task Mails_are_accessible() => InspectAsync(open.Site, Mails().Select(name => new ShownPage($"mail-{name}", LocalPaths.SampleMailHtml(name))));

    [Fact]
    public async Task States_that_pages_may_be_in_are_accessible()
    {
        var samples = new PageSamples().Pages().ToList();
        await EachAsync(open.Site, Enumerable.Range(0, samples.Count), async (page, number) =>
        {
            await page.ShowAsync(open.Site, samples[number]);
            return await new Inspection(chromium.Axe).OnceAsync(page, $"{samples[number].GetType().Name}, state {number}", ColorScheme.Dark, 320);
        });
    }

    private IEnumerable<string> Mails() => new MailSamples(
        open.Scheme.Journey.Host.Services.GetRequiredService<Scheme>(), open.Site, open.Scheme.Journey.Now).All().Select(sample => sample.Name);

    private Task InspectAsync(Uri site, IEnumerable<ShownPage> pages) => EachAsync(site, pages, async (page, shown) =>
    {
        await shown.OpenAsync(page);
        return await new Inspection(chromium.Axe).OfAsync(page, shown.Name);
    });

    private async Task EachAsync<T>(Uri site, IEnumerable<T> all, Func<IPage, T, Task<IReadOnlyList<string>>> inspect)
    {
        var faults = await chromium.EachAsync(site, all, inspect);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
