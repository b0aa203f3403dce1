namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Turns the prices of a matching found from the mentees' side, where a place nobody holds has price 0, into prices with which places can
/// go on choosing: a mentee without a mentor has price 0, and each place costs the least that covers its pairs. One search along
/// longest paths, dearest place first (Dijkstra's method on what a place gains by other mentees changing theirs).
/// </summary>
internal sealed class TurnedPrices<TDepths>(PairTable pairs, WeightScale scale, TDepths depths, PricedMatching matching)
    where TDepths : struct, IPairDepths
{
    private readonly long[] rises = new long[pairs.MentorCount];
    private readonly bool[] isSettled = new bool[pairs.MentorCount];
    private readonly DistanceHeap heap = new(pairs.MentorCount);

    /// <summary>Changes the matching: whoever the rising prices would bring under 0 is let go.</summary>
    public void Turn()
    {
        var (mentorOf, menteePrices, mentorPrices) = matching;
        var taken = new PlacesTaken(mentorOf, pairs.MentorCount);
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] >= 0) continue;
            menteePrices[mentee] = 0;
            Raise(mentee, isQueued: false);
        }
        for (var mentor = 0; mentor < rises.Length; mentor++) if (rises[mentor] > 0) heap.Insert(mentor, -rises[mentor]);

        while (!heap.IsEmpty)
        {
            var mentor = heap.TakeLeast();
            isSettled[mentor] = true;
            foreach (var mentee in taken.MenteesOf(mentor))
            {
                if (menteePrices[mentee] < rises[mentor]) mentorOf[mentee] = -1;
                menteePrices[mentee] = Math.Max(0, menteePrices[mentee] - rises[mentor]);
                Raise(mentee, isQueued: true);
            }
        }
        for (var mentor = 0; mentor < rises.Length; mentor++) mentorPrices[mentor] += rises[mentor];
    }

    /// <summary>Raises the mentee's mentors to what covers the pairs.</summary>
    private void Raise(int mentee, bool isQueued)
    {
        var start = depths.StartOf(mentee);
        for (var pair = pairs.Starts[mentee]; pair < pairs.Starts[mentee + 1]; pair++)
        {
            var mentor = pairs.Mentors[pair];
            if (isSettled[mentor] || pairs.Capacities[mentor] == 0) continue;
            var rise = scale.WeightOf(depths.DepthOf(start, pair)) - matching.MenteePrices[mentee] - matching.MentorPrices[mentor];
            if (rise <= rises[mentor]) continue;
            if (isQueued && rises[mentor] == 0) heap.Insert(mentor, -rise);
            else if (isQueued) heap.Lower(mentor, -rise);
            rises[mentor] = rise;
        }
    }
}
