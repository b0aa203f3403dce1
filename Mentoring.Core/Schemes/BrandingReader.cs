using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentoring.Core.Schemes;

/// <summary>Reads <c>branding</c>. A colour that people could not read is a fault like any other.</summary>
internal static partial class BrandingReader
{
    /// <summary>A picture in the settings goes with every page, and pages are to stay light.</summary>
    private const int LongestLogo = 8000;

    public static Branding Read(SettingsSection branding)
    {
        var colour = Colour(branding, "colour", Branding.LightPapers, "light") ?? Branding.House.Colour;
        var dark = Colour(branding, "colourDark", Branding.DarkPapers, "dark")
            ?? (colour == Branding.House.Colour ? Branding.House.ColourDark : ColourContrast.Lightened(colour, 7, Branding.DarkPapers));
        return new Branding(colour, dark, branding.OptionalSection("logo", logo => new SchemeLogo(
            logo.Text("url", LongestLogo, $"an https address, or a PNG, JPEG, WebP or SVG as a base64 data address, of at most {LongestLogo} characters", IsPicture),
            logo.Text("alt", 120, "1 to 120 characters: what the logo shows, for whoever does not see it"))));
    }

    private static string? Colour(SettingsSection branding, string name, IReadOnlyList<string> papers, string scheme)
    {
        if (branding.OptionalText(name, 7, "a colour such as #1d4f91", ColourShape().IsMatch) is not { } colour)
            return null;
        var least = papers.Min(paper => ColourContrast.Between(colour, paper));
        if (least >= ColourContrast.Words)
            return colour;
        var had = Math.Floor(least * 100) / 100;
        return branding.Fault(
            branding.At(name), $"\"{colour}\"", string.Create(CultureInfo.InvariantCulture, $"a colour that stands out from {scheme} paper at least 4.5 to 1; this one has {had:0.0#} to 1"));
    }

    private static bool IsPicture(string url) =>
        DataShape().IsMatch(url) || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "https" && address.UserInfo.Length == 0);

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ColourShape();

    [GeneratedRegex(@"^data:image/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DataShape();
}
