using Mentoring.Pages;
using Mentoring.Tests.Pages;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>Shows what a model becomes, at the host's own address, so that its stylesheet and script come with it.</summary>
internal static class RenderedPage
{
    private const string Path = "rendered";

    public static Task ShowAsync(this IPage page, Uri site, PageModel model) => page.ShowAsync(site, Rendered.Pages.Render(model));

    public static async Task ShowAsync(this IPage page, Uri site, string html)
    {
        var address = new Uri(site, Path).ToString();
        await page.UnrouteAsync(address);
        await page.RouteAsync(address, route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
        await page.GotoAsync(address);
    }
}
