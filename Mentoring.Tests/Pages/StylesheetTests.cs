using System.Text.RegularExpressions;
using Mentoring.Core.Schemes;
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
        var colours = ColoursOf(block);
        foreach (var paper in (string[])["paper", "soft"])
        {
            Assert.All((string[])["ink", "quiet", "brand", "wrong"], words => Assert.True(ColourContrast.Between(colours[words], colours[paper]) >= 4.5, $"{words} on {paper}"));
            Assert.All((string[])["line", "focus"], line => Assert.True(ColourContrast.Between(colours[line], colours[paper]) >= 3, $"{line} on {paper}"));
        }

        Assert.True(ColourContrast.Between(colours["on-brand"], colours["brand"]) >= 4.5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Tags_and_panels_can_be_read_on_their_own_paper(int block)
    {
        var colours = ColoursOf(block);
        Assert.All((string[])["good", "wait", "wrong"], state => Assert.True(ColourContrast.Between(colours[state], colours[state + "-soft"]) >= ColourContrast.Words, state));
        Assert.All((string[])["good-soft", "wait-soft", "wrong-soft"], paper => Assert.True(ColourContrast.Between(colours["ink"], colours[paper]) >= ColourContrast.Words, paper));
        Assert.All(Enumerable.Range(1, 6), part => Assert.True(ColourContrast.Between(colours[$"c{part}"], colours["paper"]) >= 3, $"c{part}"));
    }

    [Fact]
    public void An_associations_colours_are_measured_against_the_papers_of_the_pages()
    {
        Assert.Equal(Branding.LightPapers, [ColoursOf(0)["paper"], ColoursOf(0)["soft"]]);
        Assert.Equal(Branding.DarkPapers, [ColoursOf(1)["paper"], ColoursOf(1)["soft"], ColoursOf(1)["on-brand"]]);
        Assert.Equal((Branding.House.Colour, Branding.House.ColourDark), (ColoursOf(0)["brand"], ColoursOf(1)["brand"]));
    }

    /// <summary>Its colours are not measured against these papers.</summary>
    [Fact]
    public void Links_in_a_notice_or_among_what_needs_somebody_are_in_ink() =>
        Assert.Contains(":is(.attention, .notice) a:not(.action) { color: inherit; }", SiteStylesheet.Text, StringComparison.Ordinal);

    [Fact]
    public void An_association_sees_its_own_colours_in_light_and_dark_and_ink_in_print()
    {
        var css = SiteStylesheet.For(new Branding("#6a2c70", "#e3b1e8", null));

        Assert.StartsWith(SiteStylesheet.Text, css, StringComparison.Ordinal);
        Assert.Contains("@media screen { :root { --brand: #6a2c70; } }", css, StringComparison.Ordinal);
        Assert.Contains("(prefers-color-scheme: dark) { :root { --brand: #e3b1e8; } }", css, StringComparison.Ordinal);
        Assert.Equal(SiteStylesheet.Text, SiteStylesheet.For(Branding.House));
    }

    [Fact]
    public void Stylesheet_and_script_stay_small()
    {
        Assert.InRange(SiteStylesheet.Text.Length, 1, 16_000);
        Assert.InRange(FormScript.Text.Length, 1, 7_000);
    }

    private static Dictionary<string, string> ColoursOf(int block) =>
        ColourShape().Matches(Blocks[block]).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.First().Groups[2].Value);

    [GeneratedRegex("--([a-z0-9-]+): (#[0-9a-f]{6});", RegexOptions.CultureInvariant)]
    private static partial Regex ColourShape();
}
