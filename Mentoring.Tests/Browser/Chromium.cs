using System.Collections.Concurrent;
using Mentoring.Tests.House;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>One browser for all tests of a collection. <c>eng/browser.sh</c> finds it, and fetches axe-core.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Only bounds what will never come: tests wait for what they expect to see.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Side by side.</summary>
    private const int Windows = 2;

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Source of axe-core.</summary>
    internal string Axe { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        Axe = Installed("axe.min.js");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Installed("chromium").Trim(), Args = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"] });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A person's window, with nothing remembered from another.</summary>
    /// <param name="script">Whether pages may run scripts.</param>
    /// <param name="inspected">Whether the test brings a script of its own, which the pages' policy would refuse.</param>
    internal async Task<IPage> OpenAsync(Uri site, bool script = true, bool inspected = false)
    {
        var window = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            JavaScriptEnabled = script,
            BypassCSP = inspected,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        window.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await window.NewPageAsync();
    }

    /// <summary>Works through a list in two windows side by side, and answers with what was found, in order.</summary>
    internal async Task<IReadOnlyList<string>> EachAsync<T>(Uri site, IEnumerable<T> all, Func<IPage, T, Task<IReadOnlyList<string>>> inspect)
    {
        var left = new ConcurrentQueue<T>(all);
        Assert.NotEmpty(left);
        var faults = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            var page = await OpenAsync(site, inspected: true);
            while (left.TryDequeue(out var next))
            {
                foreach (var fault in await inspect(page, next))
                    faults.Add(fault);
            }

            await page.Context.DisposeAsync();
        }));
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    private static string Installed(string name)
    {
        var file = Repository.At("artifacts", "browser", name);
        return File.Exists(file) ? File.ReadAllText(file) : throw new FileNotFoundException("The browser's tests need what eng/browser.sh installs: run it, or ./test.sh.", file);
    }
}

[CollectionDefinition(Name)]
public sealed class InABrowser : ICollectionFixture<Chromium>, ICollectionFixture<OpenScheme>
{
    public const string Name = "in a browser";
}

/// <summary>Long stories, lived beside the inspection of pages: both wait for the browser most of the time.</summary>
[CollectionDefinition(Name)]
public sealed class StoriesInABrowser : ICollectionFixture<Chromium>
{
    public const string Name = "stories in a browser";
}
