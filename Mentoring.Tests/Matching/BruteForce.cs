using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

/// <summary>Tries every matching and compares them aim by aim, without weights or prices.</summary>
internal sealed class BruteForce
{
    private readonly MatchingProblem problem;
    private readonly int[] left;
    private readonly int[] mentorOf;
    private readonly Func<int[], bool> counts;

    private BruteForce(MatchingProblem problem, Func<int[], bool> counts)
    {
        this.problem = problem;
        this.counts = counts;
        left = problem.Capacities.ToArray();
        mentorOf = new int[problem.MenteeCount];
    }

    private long[]? Best { get; set; }

    /// <summary>Matches by class, total score, pairs across institutions, of the best matching; null where none counts.</summary>
    public static long[]? BestAims(MatchingProblem problem, Func<int[], bool>? counts = null)
    {
        var search = new BruteForce(problem, counts ?? (_ => true));
        search.Try(0);
        return search.Best;
    }

    public static long[] Aims(MatchingProblem problem, ReadOnlySpan<int> mentorOf)
    {
        var aims = new long[5];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] < 0) continue;
            var pair = problem.FindPair(mentee, mentorOf[mentee]);
            aims[problem.Classes[mentee] - 1]++;
            aims[3] += problem.PairScores[pair];
            if (problem.IsCrossInstitution(pair)) aims[4]++;
        }
        return aims;
    }

    private void Try(int mentee)
    {
        if (mentee == mentorOf.Length)
        {
            if (!counts(mentorOf)) return;
            var aims = Aims(problem, mentorOf);
            if (Best is null || aims.AsSpan().SequenceCompareTo(Best) > 0) Best = aims;
            return;
        }
        mentorOf[mentee] = -1;
        Try(mentee + 1);
        for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
        {
            var mentor = problem.PairMentors[pair];
            if (left[mentor] == 0) continue;
            left[mentor]--;
            mentorOf[mentee] = mentor;
            Try(mentee + 1);
            left[mentor]++;
        }
        mentorOf[mentee] = -1;
    }
}
