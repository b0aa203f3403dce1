using System.Runtime.InteropServices;
using Mentoring.Core.Matching;

namespace Mentoring.Benchmarks.Matching;

/// <summary>
/// The instance as all contestants read it, so that nobody's figures depend on parsing text: 32 bit numbers, little endian: mentees,
/// mentors, pairs; a capacity each; where each mentee's pairs start, and their end; a mentor each; a score each.
/// </summary>
internal static class CompactInstance
{
    public static void Write(string path, MatchingProblem problem)
    {
        using var stream = File.Create(path);
        stream.Write(MemoryMarshal.AsBytes<int>([problem.MenteeCount, problem.MentorCount, problem.PairCount]));
        stream.Write(MemoryMarshal.AsBytes(problem.Capacities));
        stream.Write(MemoryMarshal.AsBytes(problem.PairStarts));
        stream.Write(MemoryMarshal.AsBytes(problem.PairMentors));
        stream.Write(MemoryMarshal.AsBytes(problem.PairScores));
    }

    public static MatchingProblem Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var pairs = File.OpenRead(path);
        var head = Numbers(stream, 3);
        var capacities = Numbers(stream, head[1]);
        var starts = Numbers(stream, head[0] + 1);
        pairs.Position = stream.Position + ((long)head[2] * sizeof(int));

        var builder = new MatchingProblemBuilder(head[0], head[1], head[2]);
        for (var mentor = 0; mentor < capacities.Length; mentor++) builder.SetMentor(mentor, capacities[mentor]);
        int[] mentors = [], scores = [];
        for (var mentee = 0; mentee < head[0]; mentee++)
        {
            var count = starts[mentee + 1] - starts[mentee];
            // Rows are read into the same room: the process's peak should be the matching's.
            if (count > mentors.Length) (mentors, scores) = (new int[count], new int[count]);
            Fill(stream, mentors.AsSpan(0, count));
            Fill(pairs, scores.AsSpan(0, count));
            for (var pair = 0; pair < count; pair++) builder.AddPair(mentee, mentors[pair], scores[pair]);
        }
        return builder.Build();
    }

    private static int[] Numbers(FileStream stream, int count)
    {
        var numbers = new int[count];
        Fill(stream, numbers);
        return numbers;
    }

    private static void Fill(FileStream stream, Span<int> numbers) => stream.ReadExactly(MemoryMarshal.AsBytes(numbers));
}
