namespace Mentoring.Core.Matching.Files;

/// <summary>Reads one instance and remembers which line each thing came from.</summary>
/// <param name="most">More pairs than the text has room for are announced in vain.</param>
internal sealed class InstanceReader(FileLines lines, long most)
{

    /// <summary>Pairs and the line they came from, once for each run of lines without a gap.</summary>
    private readonly List<(int Pair, int Line)> runs = [];
    private MatchingProblemBuilder? builder;
    private int[] mentorLines = [];
    private int[] classLines = [];
    private long announcedPairs;
    private int problemLine;

    public MatchingProblem Read()
    {
        while (lines.Read()) Take(lines.Current);
        if (builder is null) throw new FileFaultException(Math.Max(1, lines.Number), "There is no line \"p bmatch MENTEES MENTORS PAIRS\".");

        var missing = Array.IndexOf(mentorLines, 0);
        if (missing >= 0) throw new FileFaultException(problemLine, $"Mentor {missing} has no line \"m {missing} CAPACITY\".");
        if (builder.PairCount != announcedPairs)
            throw new FileFaultException(problemLine, $"{announcedPairs} pairs are announced and {builder.PairCount} are listed.");
        try
        {
            return builder.Build();
        }
        catch (MatchingFaultException refused)
        {
            // People and numbers were checked line by line; what is left are pairs listed twice and sums of the whole.
            var fault = refused.Faults[0];
            throw new FileFaultException(fault.Part == MatchingPart.Pair ? LineOf(fault.Index) : problemLine, fault.Message);
        }
    }

    private void Take(FileLine line)
    {
        switch (line.Kind)
        {
            case "e": TakePair(line); break;
            case "m": TakeMentor(line); break;
            case "n": TakeClass(line); break;
            case "p": TakeProblem(line); break;
            case "c" or "": break;
            default: throw line.Fault("A line starts with c, p, m, n or e.");
        }
    }

    private void TakeProblem(FileLine line)
    {
        if (builder is not null) throw line.Fault($"There is a second line p; the first is line {problemLine}.");
        if (line.NextWord() is not "bmatch") throw line.Fault("After p comes bmatch.");
        var mentees = (int)line.Next("number of mentees", 0, MatchingProblem.MaxPeople);
        var mentors = (int)line.Next("number of mentors", 0, MatchingProblem.MaxPeople);
        announcedPairs = line.Next("number of pairs", 0, Math.Min(Array.MaxLength, (long)mentees * mentors));
        line.End();
        problemLine = lines.Number;
        builder = new MatchingProblemBuilder(mentees, mentors, (int)Math.Min(announcedPairs, most));
        mentorLines = new int[mentors];
        classLines = new int[mentees];
    }

    private void TakeMentor(FileLine line)
    {
        var problem = Started(line);
        var mentor = line.NextPerson("mentor", problem.MentorCount);
        var capacity = (int)line.Next("capacity", 0, int.MaxValue);
        line.End();
        if (mentorLines[mentor] > 0) throw line.Fault($"Mentor {mentor} is listed twice; first in line {mentorLines[mentor]}.");
        mentorLines[mentor] = lines.Number;
        problem.SetMentor(mentor, capacity);
    }

    private void TakeClass(FileLine line)
    {
        var problem = Started(line);
        var mentee = line.NextPerson("mentee", problem.MenteeCount);
        var menteeClass = (int)line.Next("class", 1, MatchingProblem.MaxClass);
        line.End();
        if (classLines[mentee] > 0) throw line.Fault($"Mentee {mentee} is listed twice; first in line {classLines[mentee]}.");
        classLines[mentee] = lines.Number;
        problem.SetMentee(mentee, menteeClass);
    }

    private void TakePair(FileLine line)
    {
        var problem = Started(line);
        var mentee = line.NextPerson("mentee", problem.MenteeCount);
        var mentor = line.NextPerson("mentor", problem.MentorCount);
        var score = line.Next("score", 0, MatchingProblem.MaxScore);
        line.End();
        var pair = problem.PairCount;
        if (pair == announcedPairs) throw line.Fault($"There are more pairs than the {announcedPairs} announced in line {problemLine}.");
        if (runs.Count == 0 || lines.Number - pair != runs[^1].Line - runs[^1].Pair) runs.Add((pair, lines.Number));
        problem.AddPair(mentee, mentor, score);
    }

    private MatchingProblemBuilder Started(FileLine line) => builder ?? throw line.Fault("The line p must come before this one.");

    private int LineOf(int pair)
    {
        var run = runs.FindLast(run => run.Pair <= pair);
        return run.Line + pair - run.Pair;
    }
}
