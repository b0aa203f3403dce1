using Mentoring.Core.Schemes;

namespace Mentoring.Pages;

/// <summary>The one stylesheet of all pages, served at <see cref="Paths.Stylesheet"/> as <c>text/css; charset=utf-8</c>.</summary>
public static class SiteStylesheet
{
    public static string Text { get; } = EmbeddedText.Read("site.css");

    /// <summary>With the association's own colours, where it has some. Paper stays white and ink black in print.</summary>
    public static string For(Branding branding) => branding == Branding.House with { Logo = branding.Logo }
        ? Text
        : $$"""
            {{Text}}
            @media screen { :root { --brand: {{branding.Colour}}; } }
            @media screen and (prefers-color-scheme: dark) { :root { --brand: {{branding.ColourDark}}; } }

            """;
}
