using System.Collections.Concurrent;
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
    private const int Windows = 2;

    [Fact]
    public Task Participants_pages_are_accessible() => InspectAsync(PageList.Participants(open.Scheme));

    [Fact]
    public Task The_coordinators_pages_are_accessible() => InspectAsync(PageList.Desk(open.Scheme));

    [Fact]
    public Task The_local_hosts_own_pages_are_accessible() => InspectAsync(PageList.Machine(open.Scheme));

    [Fact]
    public Task Mails_are_accessible() => InspectAsync(Mails().Select(name => ($"mail-{name}", LocalPaths.SampleMailHtml(name))));

    [Fact]
    public async Task A_form_with_everything_wrong_is_accessible()
    {
        var page = await chromium.OpenAsync(open.Site, inspected: true);
        await page.GotoAsync("/register");
        await page.GetByLabel("Email address", new() { Exact = true }).FillAsync("nobody at nowhere");
        await page.GetByLabel("Both", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
        await page.Locator("#error-summary").WaitForAsync();

        Assert.Empty(await new Inspection(chromium.Axe).OfAsync(page, "form-faults"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task States_that_pages_may_be_in_are_accessible()
    {
        var samples = new PageSamples().Pages().ToList();
        await EachAsync(Enumerable.Range(0, samples.Count), async (page, number) =>
        {
            await page.ShowAsync(open.Site, samples[number]);
            return await new Inspection(chromium.Axe).OnceAsync(page, $"{samples[number].GetType().Name}, state {number}", ColorScheme.Dark, 320);
        });
    }

    private IEnumerable<string> Mails() => new MailSamples(
        open.Scheme.Journey.Host.Services.GetRequiredService<Scheme>(), open.Site, open.Scheme.Journey.Now).All().Select(sample => sample.Name);

    private Task InspectAsync(IEnumerable<(string Name, string Path)> pages) => EachAsync(pages, async (page, shown) =>
    {
        await page.GotoAsync(shown.Path);
        return await new Inspection(chromium.Axe).OfAsync(page, shown.Name);
    });

    private async Task EachAsync<T>(IEnumerable<T> all, Func<IPage, T, Task<IReadOnlyList<string>>> inspect)
    {
        var left = new ConcurrentQueue<T>(all);
        Assert.NotEmpty(left);
        var faults = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            var page = await chromium.OpenAsync(open.Site, inspected: true);
            while (left.TryDequeue(out var next))
            {
                foreach (var fault in await inspect(page, next))
                    faults.Add(fault);
            }

            await page.Context.DisposeAsync();
        }));

        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Order(StringComparer.Ordinal)));
    }
}
