namespace Mentoring.Core.Schemes;

/// <summary>How an association's pages and mails look. Both colours as <c>#rrggbb</c>, and readable on our papers: <see cref="BrandingReader"/> sees to it.</summary>
/// <param name="Colour">On light paper: headers, buttons, links.</param>
/// <param name="ColourDark">The same on dark paper.</param>
public sealed record Branding(string Colour, string ColourDark, SchemeLogo? Logo)
{
    /// <summary>What stands where nothing is written.</summary>
    public static Branding House { get; } = new("#1d4f91", "#9cc4ff", null);

    /// <summary>Papers of light pages. The stylesheet has the same, which a test holds.</summary>
    public static IReadOnlyList<string> LightPapers { get; } = ["#ffffff", "#f1f4f8"];

    /// <summary>Papers of dark pages, and the words on a button there.</summary>
    public static IReadOnlyList<string> DarkPapers { get; } = ["#14181d", "#1f262e", "#0c1118"];
}

/// <param name="Url">An https address, or the picture itself as a data address.</param>
/// <param name="Alt">What it shows, for whoever does not see it.</param>
public sealed record SchemeLogo(string Url, string Alt);
