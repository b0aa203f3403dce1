using System.Globalization;

namespace Mentoring.Core.Schemes;

/// <summary>How well one colour stands out from another, by WCAG 2.2.</summary>
public static class ColourContrast
{
    /// <summary>What WCAG AA asks of words.</summary>
    public const double Words = 4.5;

    /// <summary>1 (none) to 21 (black on white). Both colours as <c>#rrggbb</c>.</summary>
    public static double Between(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The colour mixed with as little white as makes it stand out from each of the others; white where nothing less does.</summary>
    public static string Lightened(string colour, double least, params IReadOnlyList<string> others)
    {
        var channels = Channels(colour);
        for (var white = 0; white < 100; white += 2)
        {
            var mixed = "#" + string.Concat(channels.Select(channel => ((channel * (100 - white) + 255 * white) / 100).ToString("x2", CultureInfo.InvariantCulture)));
            if (others.All(other => Between(mixed, other) >= least))
                return mixed;
        }

        return "#ffffff";
    }

    private static int[] Channels(string colour) =>
        [.. Enumerable.Range(0, 3).Select(place => int.Parse(colour.AsSpan(1 + 2 * place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static double Luminance(string colour)
    {
        double[] linear = [.. Channels(colour).Select(value => value / 255.0).Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
