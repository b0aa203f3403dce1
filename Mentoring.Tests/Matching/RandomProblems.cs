using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

/// <summary>Small problems of every shape: classes, capacities from 0, ties, zeros, sparse and dense, preferred institutions.</summary>
internal static class RandomProblems
{
    public static MatchingProblem Small(int seed, int mostMentees = 5, int mostMentors = 4)
    {
        var random = new Random(seed);
        var builder = new MatchingProblemBuilder(random.Next(mostMentees + 1), random.Next(mostMentors + 1));
        var highestScore = new[] { 0, 1, 3, 1000 }[random.Next(4)];
        var classes = random.Next(1, 4);
        var highestCapacity = random.Next(1, 4);
        var density = random.NextDouble();
        var crossing = random.Next(3) * 0.5;
        for (var mentee = 0; mentee < builder.MenteeCount; mentee++)
            builder.SetMentee(mentee, random.Next(1, classes + 1), 1000UL + (ulong)mentee);
        for (var mentor = 0; mentor < builder.MentorCount; mentor++)
        {
            builder.SetMentor(mentor, random.Next(highestCapacity + 1), 2000UL + (ulong)mentor);
            for (var mentee = 0; mentee < builder.MenteeCount; mentee++)
                if (random.NextDouble() < density)
                    builder.AddPair(mentee, mentor, random.Next(highestScore + 1), random.NextDouble() < crossing);
        }
        return builder.Build();
    }

    /// <summary>Each mentee has so many distinct mentors at random.</summary>
    public static MatchingProblem Sparse(int seed, int mentees, int mentors, int pairsEach, int highestScore, int highestCapacity, int classes = 1)
    {
        var random = new Random(seed);
        var builder = new MatchingProblemBuilder(mentees, mentors, mentees * pairsEach);
        for (var mentor = 0; mentor < mentors; mentor++) builder.SetMentor(mentor, random.Next(1, highestCapacity + 1));
        var chosen = new HashSet<int>();
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            builder.SetMentee(mentee, random.Next(1, classes + 1));
            chosen.Clear();
            while (chosen.Count < pairsEach)
            {
                var mentor = random.Next(mentors);
                if (chosen.Add(mentor)) builder.AddPair(mentee, mentor, random.Next(highestScore + 1));
            }
        }
        return builder.Build();
    }

    /// <summary>The same people and pairs under other numbers and in another order; keys stay with the people.</summary>
    public static MatchingProblem Shuffled(MatchingProblem problem, Random random)
    {
        var mentees = Permutation(problem.MenteeCount, random);
        var mentors = Permutation(problem.MentorCount, random);
        var builder = new MatchingProblemBuilder(problem.MenteeCount, problem.MentorCount);
        for (var mentee = 0; mentee < mentees.Length; mentee++)
            builder.SetMentee(mentees[mentee], problem.Classes[mentee], problem.MenteeKeys[mentee]);
        for (var mentor = 0; mentor < mentors.Length; mentor++)
            builder.SetMentor(mentors[mentor], problem.Capacities[mentor], problem.MentorKeys[mentor]);
        var pairs = problem.Pairs().ToArray();
        random.Shuffle(pairs);
        foreach (var pair in pairs)
            builder.AddPair(pair with { Mentee = mentees[pair.Mentee], Mentor = mentors[pair.Mentor] });
        return builder.Build();
    }

    private static int[] Permutation(int count, Random random)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        random.Shuffle(numbers);
        return numbers;
    }
}
