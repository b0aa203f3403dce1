using System.Globalization;
using Mentoring.Tests.House;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>Holds a page, as it is drawn, against WCAG 2.2 AA by axe-core, in light and dark and in three widths; and looks whether it can be scrolled sideways.</summary>
internal sealed class Inspection(string axe)
{
    private static readonly int[] Widths = [320, 768, 1280];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>The rules that look at colours, sizes and room. All others ask only what is on the page and what of it is shown.</summary>
    private static readonly string[] OfLooks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

    /// <summary>A mail shown inside a page is inspected as a page of its own.</summary>
    private const string Run = """
        async rules => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
          const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false });
          const faults = violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
          const root = document.scrollingElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth - root.clientWidth} px wider than the window`);
          return faults;
        }
        """;

    /// <summary>Which elements are shown.</summary>
    private const string Shown = """
        () => [...document.querySelectorAll('body *')].map(element => {
          const { display, visibility } = getComputedStyle(element);
          return display === 'none' || visibility !== 'visible' ? '-' : '+';
        }).join('')
        """;

    /// <summary>The page that is open, in every scheme and width. What a rule can't see changing from one to the next it is not asked again.</summary>
    /// <param name="name">Of the page, in faults and of its pictures.</param>
    /// <returns>Every fault with the page, the scheme, the width, the rule and the place.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(IPage page, string name)
    {
        var faults = new List<string>();
        var inspected = new HashSet<string>(StringComparer.Ordinal);
        await page.EvaluateAsync(axe);
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var place = Place(name, scheme, width);
                var isNew = inspected.Add(await page.EvaluateAsync<string>(Shown));
                faults.AddRange((await page.EvaluateAsync<string[]>(Run, isNew ? null : OfLooks)).Select(fault => $"{place}: {fault}"));
                if (width == 1280 || (width == 320 && scheme == ColorScheme.Light))
                    await PictureAsync(page, place);
            }
        }

        return faults;
    }

    /// <summary>The page that is open, in one scheme and width, without a picture.</summary>
    public async Task<IReadOnlyList<string>> OnceAsync(IPage page, string name, ColorScheme scheme, int width)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await page.EvaluateAsync(axe);
        return [.. (await page.EvaluateAsync<string[]>(Run)).Select(fault => $"{Place(name, scheme, width)}: {fault}")];
    }

    private static string Place(string name, ColorScheme scheme, int width) => string.Create(CultureInfo.InvariantCulture, $"{name}-{scheme.ToString().ToLowerInvariant()}-{width}");

    /// <summary>Of the whole page. The browser is asked itself: packing hundreds of pictures as tightly as can be takes longer than all inspections.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        var size = await page.EvaluateAsync<double[]>("() => [document.documentElement.clientWidth, document.documentElement.scrollHeight]");
        var taken = await devtools.SendAsync("Page.captureScreenshot", new Dictionary<string, object>
        {
            ["format"] = "png",
            ["optimizeForSpeed"] = true,
            ["captureBeyondViewport"] = true,
            ["clip"] = new { x = 0, y = 0, width = size[0], height = size[1], scale = 1 },
        });
        await devtools.DetachAsync();
        var file = Repository.At("artifacts", "screens", name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, taken!.Value.GetProperty("data").GetBytesFromBase64());
    }
}
