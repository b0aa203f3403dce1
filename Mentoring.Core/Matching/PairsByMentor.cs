namespace Mentoring.Core.Matching;

/// <summary>The pairs of a problem as mentors see them.</summary>
internal sealed class PairsByMentor
{
    private readonly int[] starts;
    private readonly int[] mentees;
    private readonly int[] pairs;

    public PairsByMentor(MatchingProblem problem)
    {
        starts = new int[problem.MentorCount + 1];
        foreach (var mentor in problem.PairMentors) starts[mentor + 1]++;
        for (var mentor = 0; mentor < problem.MentorCount; mentor++) starts[mentor + 1] += starts[mentor];
        (mentees, pairs) = (new int[problem.PairCount], new int[problem.PairCount]);
        var next = starts.AsSpan(0, problem.MentorCount).ToArray();
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
            {
                var entry = next[problem.PairMentors[pair]]++;
                (mentees[entry], pairs[entry]) = (mentee, pair);
            }
    }

    /// <summary>Ascending.</summary>
    public ReadOnlySpan<int> MenteesOf(int mentor) => mentees.AsSpan(starts[mentor]..starts[mentor + 1]);

    /// <summary>Positions in the problem's list of pairs, beside <see cref="MenteesOf"/>.</summary>
    public ReadOnlySpan<int> PairsOf(int mentor) => pairs.AsSpan(starts[mentor]..starts[mentor + 1]);
}
