using System.Globalization;

namespace Mentoring.Benchmarks.Matching;

/// <summary>What one contestant needed for one instance; each in a process of its own, so that the peak is theirs alone.</summary>
/// <param name="Name">Of the method.</param>
/// <param name="Build">From the pairs in memory to what is searched; milliseconds, median.</param>
/// <param name="Solve">Milliseconds, median.</param>
/// <param name="Peak">MiB of the whole process.</param>
/// <param name="TotalScore">-1 where it is not known.</param>
/// <param name="Extra">What only we measure.</param>
internal sealed record Figures(string Name, double Build, double Solve, double Peak, long TotalScore, params double[] Extra)
{
    public double Total => Build + Solve;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} {Build:F3} {Solve:F3} {Peak:F1} {TotalScore}{string.Concat(Extra.Select(each => string.Create(CultureInfo.InvariantCulture, $" {each:F3}")))}");

    public static Figures Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double Number(int index) => double.Parse(words[index], CultureInfo.InvariantCulture);
        return new Figures(
            words[0], Number(1), Number(2), Number(3), long.Parse(words[4], CultureInfo.InvariantCulture),
            [.. Enumerable.Range(5, words.Length - 5).Select(Number)]);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
