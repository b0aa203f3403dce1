using System.Globalization;

namespace Mentoring.Core.Matching.Files;

/// <summary>
/// A matching problem as text, people numbered from 0: <c>c</c> comment; <c>p bmatch MENTEES MENTORS PAIRS</c> first; <c>m MENTOR CAPACITY</c>
/// for every mentor; <c>n MENTEE CLASS</c> where the class is not 1; <c>e MENTEE MENTOR SCORE</c> for each eligible pair once, in any order.
/// </summary>
public static class InstanceFile
{
    private const int PairsExpected = 1 << 16;

    /// <exception cref="FileFaultException">The file is not such an instance; names the first faulty line.</exception>
    public static MatchingProblem Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new InstanceReader(new FileLines(reader), MostPairs(reader)).Read();
    }

    /// <summary>What a file announces is not believed before it is there; room is made for no more pairs than it can hold.</summary>
    private static long MostPairs(TextReader reader)
        => reader is StreamReader { BaseStream: { CanSeek: true } stream } ? (stream.Length / "e 0 0 0\n".Length) + 1 : PairsExpected;

    /// <summary>Keys and institutions are not part of the format.</summary>
    public static void Write(TextWriter writer, MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(problem);
        void Line(FormattableString line) => writer.Write(line.ToString(CultureInfo.InvariantCulture) + "\n");

        Line($"p bmatch {problem.MenteeCount} {problem.MentorCount} {problem.PairCount}");
        for (var mentor = 0; mentor < problem.MentorCount; mentor++) Line($"m {mentor} {problem.Capacities[mentor]}");
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            if (problem.Classes[mentee] != 1) Line($"n {mentee} {problem.Classes[mentee]}");
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
                Line($"e {mentee} {problem.PairMentors[pair]} {problem.PairScores[pair]}");
    }
}
