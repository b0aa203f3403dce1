using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Registrations;

/// <summary>Renders the registration form for another website. Safe to call from any thread.</summary>
public sealed class SnippetRenderer
{
    private readonly ComponentRendering _rendering;

    internal SnippetRenderer(ComponentRendering rendering) => _rendering = rendering;

    /// <param name="site">Where our pages are: every address in the form begins with it.</param>
    public string Render(Scheme scheme, Uri site)
    {
        var root = site.AbsoluteUri.TrimEnd('/');
        var html = _rendering.Render(typeof(SnippetForm), nameof(SnippetForm.Scheme), scheme);
        foreach (var address in (string[])["action", "href", "src"])
            html = html.Replace($"{address}=\"/", $"{address}=\"{root}/", StringComparison.Ordinal);
        return string.Join('\n', html.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))) + "\n";
    }
}
