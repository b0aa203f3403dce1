using Mentoring.Core.Matching;

namespace Mentoring.Benchmarks.Matching;

/// <summary>One line of the table.</summary>
/// <param name="BarMilliseconds">What is known to be reachable for building the rows and solving, on one core of the machine the bar was set on.</param>
internal sealed record Instance(string Name, double BarMilliseconds, Func<MatchingProblem> Make)
{
    private const int Seed = 1;

    public static IReadOnlyList<Instance> All { get; } =
    [
        new("2000 x 800, 1-3 places, dense", 10, () => new InventedScheme(Seed, 2000, 800).WithPlaces(1538).Dense()),
        new("10,000 x 4,000 x 50", 5, () => new InventedScheme(Seed, 10_000, 4_000).WithPlaces(7_692).Sparse(50)),
        new("  as many places as mentees", 32, () => new InventedScheme(Seed, 10_000, 4_000).WithPlaces(10_000).Sparse(50)),
        new("  30 % fewer mentees than places", 41, () => new InventedScheme(Seed, 10_000, 4_000).WithPlaces(14_286).Sparse(50)),
        new("  scores 0..1,000,000", 17, () => new InventedScheme(Seed, 10_000, 4_000).WithPlaces(7_692).Sparse(50, uniformTo: 1_000_000)),
        new("100,000 x 40,000 x 50", 57, () => new InventedScheme(Seed, 100_000, 40_000).WithPlaces(76_923).Sparse(50)),
        new("dense 1000", 10, () => new InventedScheme(Seed, 1000, 1000).WithPlaces(1000).Dense()),
        new("dense 2000", 41, () => new InventedScheme(Seed, 2000, 2000).WithPlaces(2000).Dense()),
        new("dense 5000", 236, () => new InventedScheme(Seed, 5000, 5000).WithPlaces(5000).Dense()),
        new("dense 5000, uniform 0..100", 110, () => new InventedScheme(Seed, 5000, 5000).WithPlaces(5000).Dense(uniformTo: 100)),
        new("Machol-Wien 1000", 83, () => MacholWien(1000)),
    ];

    /// <summary>A product for a score makes every search go through everybody (R. E. Machol and M. Wien, "A hard assignment problem", 1976).</summary>
    private static MatchingProblem MacholWien(int size)
    {
        var builder = new MatchingProblemBuilder(size, size, size * size);
        for (var mentor = 0; mentor < size; mentor++) builder.SetMentor(mentor, 1);
        for (var mentee = 0; mentee < size; mentee++)
            for (var mentor = 0; mentor < size; mentor++) builder.AddPair(mentee, mentor, (size * size) - ((mentee + 1) * (mentor + 1)));
        return builder.Build();
    }
}
