using System.Numerics;
using Mentoring.Core.Matching;

namespace Mentoring.Benchmarks.Matching;

/// <summary>
/// People with 5 of 20 areas each, in 150 institutions of skewed sizes. A score is the overlap of areas, weighted by the rank the mentee
/// gave them. The same seed gives the same people.
/// </summary>
internal sealed class InventedScheme
{
    private const int Areas = 20;
    private const int AreasEach = 5;
    private const int Institutions = 150;

    private readonly Random random;
    private readonly int[][] sought;
    private readonly uint[] offered;
    private readonly int[] menteeInstitutions;
    private readonly int[] mentorInstitutions;
    private readonly int[] capacities;
    private readonly int[] classes;

    public InventedScheme(int seed, int mentees, int mentors)
    {
        random = new Random(seed);
        sought = [.. Enumerable.Range(0, mentees).Select(_ => SomeAreas())];
        offered = [.. Enumerable.Range(0, mentors).Select(_ => Bits(SomeAreas()))];
        menteeInstitutions = [.. Enumerable.Range(0, mentees).Select(_ => SomeInstitution())];
        mentorInstitutions = [.. Enumerable.Range(0, mentors).Select(_ => SomeInstitution())];
        capacities = new int[mentors];
        Array.Fill(capacities, 1);
        classes = new int[mentees];
        Array.Fill(classes, 1);
    }

    /// <summary>Everybody has one place; the others are spread at random, none having more than twice the average.</summary>
    public InventedScheme WithPlaces(int places)
    {
        var most = Math.Max(1, (int)Math.Ceiling(2.0 * places / capacities.Length) - 1);
        for (var left = places - capacities.Length; left > 0;)
        {
            var mentor = random.Next(capacities.Length);
            if (capacities[mentor] == most) continue;
            capacities[mentor]++;
            left--;
        }
        return this;
    }

    /// <param name="shares">Per cent of the mentees in each class, the most urgent first; together 100.</param>
    public InventedScheme WithClasses(params int[] shares)
    {
        int[] ends = [.. shares.Select((_, index) => shares.Take(index + 1).Sum())];
        for (var mentee = 0; mentee < classes.Length; mentee++)
        {
            var lot = random.Next(100);
            classes[mentee] = 1 + ends.Count(end => end <= lot);
        }
        return this;
    }

    /// <summary>Every pair is eligible.</summary>
    public MatchingProblem Dense(int? uniformTo = null)
    {
        var builder = Start(capacities.Length);
        for (var mentee = 0; mentee < sought.Length; mentee++)
            for (var mentor = 0; mentor < capacities.Length; mentor++)
                builder.AddPair(mentee, mentor, uniformTo is { } most ? random.Next(most + 1) : Overlap(mentee, mentor));
        return builder.Build();
    }

    /// <summary>So many mentors each, from other institutions and with an area in common.</summary>
    public MatchingProblem Sparse(int pairsEach, int? uniformTo = null)
    {
        var builder = Start(pairsEach);
        var chosen = new HashSet<int>();
        for (var mentee = 0; mentee < sought.Length; mentee++)
        {
            chosen.Clear();
            while (chosen.Count < pairsEach)
            {
                var mentor = random.Next(capacities.Length);
                if (menteeInstitutions[mentee] != mentorInstitutions[mentor] && Overlap(mentee, mentor) > 0) chosen.Add(mentor);
            }
            foreach (var mentor in chosen.Order())
                builder.AddPair(mentee, mentor, uniformTo is { } most ? random.Next(most + 1) : Overlap(mentee, mentor));
        }
        return builder.Build();
    }

    private MatchingProblemBuilder Start(int pairsEach)
    {
        var builder = new MatchingProblemBuilder(sought.Length, capacities.Length, sought.Length * pairsEach);
        for (var mentor = 0; mentor < capacities.Length; mentor++) builder.SetMentor(mentor, capacities[mentor]);
        for (var mentee = 0; mentee < classes.Length; mentee++) builder.SetMentee(mentee, classes[mentee]);
        return builder;
    }

    private int Overlap(int mentee, int mentor)
    {
        var points = 0;
        for (var rank = 0; rank < AreasEach; rank++)
            if ((offered[mentor] >> sought[mentee][rank] & 1) != 0) points += AreasEach - rank;
        return points;
    }

    private int[] SomeAreas()
    {
        var areas = 0u;
        var ranked = new int[AreasEach];
        for (var rank = 0; rank < AreasEach;)
        {
            ranked[rank] = random.Next(Areas);
            areas |= 1u << ranked[rank];
            rank = BitOperations.PopCount(areas);
        }
        return ranked;
    }

    private static uint Bits(int[] areas) => areas.Aggregate(0u, (bits, area) => bits | (1u << area));

    /// <summary>A few large and many small ones.</summary>
    private int SomeInstitution() => (int)(Institutions * Math.Pow(random.NextDouble(), 2.5));
}
