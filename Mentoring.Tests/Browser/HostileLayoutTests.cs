using Mentoring.Tests.Pages;
using PageSamples = Mentoring.Tests.Pages.Samples;

namespace Mentoring.Tests.Browser;

/// <summary>Whatever people type, no page and no mail gets wider than its window, covers its neighbours or runs what was typed.</summary>
[Collection(InABrowser.Name)]
public sealed class HostileLayoutTests(Chromium chromium, OpenScheme open)
{
    private static readonly int[] Widths = [320, 1280];

    /// <summary>Script, a word without end, both directions of writing, emoji of several characters, and marks piled upon each other.</summary>
    private static readonly string Typed =
        "<script>window.ran = true</script><img src=x onerror='window.ran = true'> " + new string('W', 400)
        + " שלום עולם العربية \u202Eevil\u202C 👩‍🔬👨‍👩‍👧‍👦🏳️‍🌈 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘! " + new string('\u0301', 60);

    [Fact]
    public async Task No_page_is_wider_than_its_window()
    {
        var samples = new PageSamples(Typed).Pages().ToList();
        await LookAsync(samples.Select((model, number) => ($"{model.GetType().Name}, state {number}", Rendered.Pages.Render(model))));
    }

    [Fact]
    public Task No_mail_is_wider_than_its_window() =>
        LookAsync(new PageSamples(Typed).Mails().Select(Rendered.Mails.Render).Select(mail => (mail.Subject[..20], mail.Html)));

    private async Task LookAsync(IEnumerable<(string Name, string Html)> all)
    {
        var faults = await chromium.EachAsync(open.Site, all, async (page, shown) =>
        {
            var found = new List<string>();
            await page.ShowAsync(open.Site, shown.Html);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<string?>(Trouble) is { } trouble)
                    found.Add($"{shown.Name}, {width} px: {trouble}");
            }

            return found;
        });
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>Null where all is well. Tables may scroll in a box of their own.</summary>
    private const string Trouble = """
        () => {
          if (window.ran) return 'what was typed ran';
          const root = document.scrollingElement;
          if (root.scrollWidth <= root.clientWidth) return null;
          const wide = [...document.querySelectorAll('body *')].filter(element => !element.closest('.scroll') && element.getBoundingClientRect().right > root.clientWidth + 1);
          return `${root.scrollWidth} px: ${wide.slice(0, 3).map(element => element.outerHTML.slice(0, 80)).join(' | ')}`;
        }
        """;
}
