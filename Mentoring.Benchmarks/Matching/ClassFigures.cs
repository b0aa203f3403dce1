using System.Globalization;
using Mentoring.Core.Matching;

namespace Mentoring.Benchmarks.Matching;

/// <summary>How much longer a matching takes where mentees differ in urgency; with and without take turns, because a machine's pace changes.</summary>
internal static class ClassFigures
{
    private const int Seed = 1;
    private const int Turns = 5;
    private static readonly int[] Shares = [20, 30, 50];

    private static readonly (string Name, Func<InventedScheme> Scheme, int? PairsEach)[] Instances =
    [
        ("3,000 x 2,000, dense", () => new InventedScheme(Seed, 3_000, 2_000).WithPlaces(2_400), null),
        ("10,000 x 4,000 x 50", () => new InventedScheme(Seed, 10_000, 4_000).WithPlaces(7_692), 50),
        ("100,000 x 40,000 x 50", () => new InventedScheme(Seed, 100_000, 40_000).WithPlaces(76_923), 50),
    ];

    public static string Measure() => string.Join(Environment.NewLine, Instances.Select(each => Measure(each.Name, each.Scheme, each.PairsEach)));

    private static string Measure(string name, Func<InventedScheme> scheme, int? pairsEach)
    {
        var (alike, urgent) = (Make(scheme()), Make(scheme().WithClasses(Shares)));
        var times = Enumerable.Range(-1, Turns + 1).Select(turn => (Turn: turn, Alike: OwnFigures.Time(alike), Urgent: OwnFigures.Time(urgent))).Where(each => each.Turn >= 0).ToList();
        var without = Figures.Median(times.Select(each => each.Alike.Build + each.Alike.Solve));
        var with = Figures.Median(times.Select(each => each.Urgent.Build + each.Urgent.Solve));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"three classes of urgency ({string.Join(", ", Shares)} % of the mentees), {name}: {with:F1} ms, with one class {without:F1}");

        MatchingProblem Make(InventedScheme people) => pairsEach is { } count ? people.Sparse(count) : people.Dense();
    }
}
