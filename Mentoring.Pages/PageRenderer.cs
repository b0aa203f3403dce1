namespace Mentoring.Pages;

/// <summary>Renders web pages. Safe to call from any thread.</summary>
public sealed class PageRenderer
{
    private readonly ComponentRendering _rendering;

    internal PageRenderer(ComponentRendering rendering) => _rendering = rendering;

    /// <summary>A whole HTML document, to be sent as UTF-8.</summary>
    public string Render(PageModel model) => _rendering.Render(model.Page, model);
}
