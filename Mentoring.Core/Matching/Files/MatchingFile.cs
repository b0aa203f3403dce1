using System.Globalization;

namespace Mentoring.Core.Matching.Files;

/// <summary>A matching as text: <c>a MENTEE MENTOR</c>, one line a pair; <c>c</c> comment.</summary>
public static class MatchingFile
{
    public static void Write(TextWriter writer, IReadOnlyList<int> mentorOf)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(mentorOf);
        for (var mentee = 0; mentee < mentorOf.Count; mentee++)
            if (mentorOf[mentee] >= 0) writer.Write(string.Create(CultureInfo.InvariantCulture, $"a {mentee} {mentorOf[mentee]}\n"));
    }

    /// <summary>Whether the pairs are eligible and the mentors have room is for the checker to say.</summary>
    /// <returns>The mentor of each mentee, or <see cref="MatchingSolution.Unmatched"/>.</returns>
    /// <exception cref="FileFaultException">Names the first faulty line.</exception>
    public static int[] Read(TextReader reader, MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(problem);
        var mentorOf = new int[problem.MenteeCount];
        Array.Fill(mentorOf, MatchingSolution.Unmatched);
        var lines = new FileLines(reader);
        while (lines.Read())
        {
            var line = lines.Current;
            if (line.Kind is "c" or "") continue;
            if (line.Kind is not "a") throw line.Fault("A line starts with c or a.");
            var mentee = line.NextPerson("mentee", problem.MenteeCount);
            var mentor = line.NextPerson("mentor", problem.MentorCount);
            line.End();
            if (mentorOf[mentee] >= 0) throw line.Fault($"Mentee {mentee} is matched twice.");
            mentorOf[mentee] = mentor;
        }
        return mentorOf;
    }
}
