using System.Text.RegularExpressions;
using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Registrations;

/// <summary>Renders the registration form for another website. Safe to call from any thread.</summary>
public sealed partial class SnippetRenderer
{
    /// <summary>Before every id: the page around the form has ids of its own, and a label leads to the first of its name.</summary>
    private const string Ours = "mentoring-";

    private readonly ComponentRendering _rendering;

    internal SnippetRenderer(ComponentRendering rendering) => _rendering = rendering;

    /// <param name="site">Where our pages are: every address in the form begins with it.</param>
    public string Render(Scheme scheme, Uri site)
    {
        var root = site.AbsoluteUri.TrimEnd('/');
        var html = _rendering.Render(typeof(SnippetForm), nameof(SnippetForm.Scheme), scheme);
        foreach (var address in (string[])["action", "href", "src"])
            html = html.Replace($"{address}=\"/", $"{address}=\"{root}/", StringComparison.Ordinal);
        html = Ids().Replace(html, ids => string.Join(' ', ids.Value.Split(' ').Select(id => Ours + id)));
        return string.Join('\n', html.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))) + "\n";
    }

    [GeneratedRegex("(?<= (?:id|for|aria-describedby)=\")[^\"]+", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
