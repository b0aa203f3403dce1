using System.Globalization;
using System.Text.RegularExpressions;
using Mentoring.Pages;

namespace Mentoring.Tests.Pages;

public sealed partial class StylesheetTests
{
    private static readonly string[] Blocks = SiteStylesheet.Text.Split("@media (prefers-color-scheme: dark)");

    [Fact]
    public void The_stylesheet_fetches_nothing() =>
        Assert.DoesNotMatch("url\\(|@import|@font-face", SiteStylesheet.Text);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Words_and_borders_stand_out_in_light_and_dark_as_WCAG_AA_asks(int block)
    {
        var colours = ColourShape().Matches(Blocks[block]).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.First().Groups[2].Value);
        foreach (var paper in (string[])["paper", "soft"])
        {
            Assert.All((string[])["ink", "quiet", "brand", "wrong"], words => Assert.True(Contrast(colours[words], colours[paper]) >= 4.5, $"{words} on {paper}"));
            Assert.All((string[])["line", "focus"], line => Assert.True(Contrast(colours[line], colours[paper]) >= 3, $"{line} on {paper}"));
        }

        Assert.True(Contrast(colours["on-brand"], colours["brand"]) >= 4.5);
    }

    /// <summary>Contrast ratio by WCAG 2.2, 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] channels = [.. Enumerable.Range(0, 3)
            .Select(channel => int.Parse(colour.AsSpan(2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6});", RegexOptions.CultureInvariant)]
    private static partial Regex ColourShape();
}
