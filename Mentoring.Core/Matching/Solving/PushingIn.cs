using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Brings in more urgent mentees whom a heaviest matching without regard to urgency has left without a place: with the weight of their
/// urgency they are worth more than somebody who has one, so each takes a place along the shortest path, and whoever is worth least on
/// the way gives theirs up (J. Edmonds and R. M. Karp, 1972). Few are left out and many can give way, so the paths are short.
/// </summary>
internal sealed class PushingIn
{
    private readonly PairTable pairs;
    private readonly WeightScale scale;
    private readonly ObjectiveDepths depths;
    private readonly int[] mentorOf;
    private readonly long[] menteePrices;
    private readonly long[] mentorPrices;

    private readonly int[] places;
    private readonly int[] held;

    /// <summary>Where the mentees of each mentor start in <see cref="holders"/>.</summary>
    private readonly int[] holderStarts;
    private readonly int[] holders;

    /// <summary>Of each mentee, in <see cref="holders"/>.</summary>
    private readonly int[] holderOf;

    private readonly DistanceHeap heap;
    private readonly int[] stamps;
    private readonly long[] distances;

    /// <summary>The mentee through whom each mentor is reached.</summary>
    private readonly int[] via;
    private readonly int[] settled;
    private readonly int[] reached;
    private readonly long[] reachedAt;
    private int stamp;
    private int settledCount;
    private int reachedCount;
    private long bound;
    private int endMentee;
    private int endMentor;

    /// <param name="matching">Changed. Its prices cover all pairs, and matched pairs exactly, but somebody without a mentor may have a price over 0.</param>
    public PushingIn(PairTable pairs, WeightScale scale, ObjectiveDepths depths, PricedMatching matching)
    {
        (this.pairs, this.scale, this.depths) = (pairs, scale, depths);
        (mentorOf, menteePrices, mentorPrices) = matching;
        places = Sides.OfMentees(pairs).UsefulPlaces;
        holderStarts = new int[places.Length + 1];
        for (var mentor = 0; mentor < places.Length; mentor++) holderStarts[mentor + 1] = holderStarts[mentor] + places[mentor];
        (held, holders, holderOf) = (new int[places.Length], new int[holderStarts[^1]], new int[mentorOf.Length]);
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            if (mentorOf[mentee] >= 0) Hold(mentee, mentorOf[mentee], FreePlace(mentorOf[mentee]));
        heap = new DistanceHeap(places.Length);
        (stamps, distances, via, settled) = (new int[places.Length], new long[places.Length], new int[places.Length], new int[places.Length]);
        (reached, reachedAt) = (new int[mentorOf.Length], new long[mentorOf.Length]);
    }

    public void Run()
    {
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            if (mentorOf[mentee] < 0 && menteePrices[mentee] > 0) Place(mentee);
    }

    private void Place(int source)
    {
        stamp++;
        (settledCount, reachedCount, bound) = (0, 0, long.MaxValue);
        heap.Clear();
        Reach(source, 0);
        while (!heap.IsEmpty && heap.LeastDistance < bound)
        {
            var mentor = heap.TakeLeast();
            settled[settledCount++] = mentor;
            foreach (var holder in holders.AsSpan(holderStarts[mentor], held[mentor])) Reach(holder, distances[mentor]);
        }
        for (var index = 0; index < reachedCount; index++) menteePrices[reached[index]] -= bound - reachedAt[index];
        for (var index = 0; index < settledCount; index++) mentorPrices[settled[index]] += bound - distances[settled[index]];
        MoveUp();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reach(int mentee, long distance)
    {
        (reached[reachedCount], reachedAt[reachedCount]) = (mentee, distance);
        reachedCount++;
        var offset = distance + menteePrices[mentee];
        if (offset < bound) (bound, endMentee, endMentor) = (offset, mentee, -1);
        var start = depths.StartOf(mentee);
        for (var pair = pairs.Starts[mentee]; pair < pairs.Starts[mentee + 1]; pair++)
        {
            var mentor = pairs.Mentors[pair];
            var at = offset + mentorPrices[mentor] - scale.WeightOf(depths.DepthOf(start, pair));
            if (at >= bound || places[mentor] == 0) continue;
            if (held[mentor] < places[mentor]) (bound, endMentee, endMentor) = (at, mentee, mentor);
            else Offer(mentor, at, mentee);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Offer(int mentor, long distance, int mentee)
    {
        if (stamps[mentor] != stamp)
        {
            stamps[mentor] = stamp;
            heap.Insert(mentor, distance);
        }
        else if (distance < distances[mentor]) heap.Lower(mentor, distance);
        else return;
        (distances[mentor], via[mentor]) = (distance, mentee);
        // Looked at ahead, because whoever could give way here spares the search all that is farther.
        foreach (var holder in holders.AsSpan(holderStarts[mentor], held[mentor]))
            if (distance + menteePrices[holder] < bound) (bound, endMentee, endMentor) = (distance + menteePrices[holder], holder, -1);
    }

    /// <summary>Everybody on the path takes the place of the one after them; the last takes a free one, or none.</summary>
    private void MoveUp()
    {
        var (mentee, to, holder) = (endMentee, endMentor, endMentor < 0 ? -1 : FreePlace(endMentor));
        while (true)
        {
            var (left, freed) = (mentorOf[mentee], holderOf[mentee]);
            Hold(mentee, to, holder);
            if (left < 0) return;
            (mentee, to, holder) = (via[left], left, freed);
        }
    }

    private int FreePlace(int mentor) => holderStarts[mentor] + held[mentor]++;

    private void Hold(int mentee, int mentor, int holder)
    {
        (mentorOf[mentee], holderOf[mentee]) = (mentor, holder);
        if (holder >= 0) holders[holder] = mentee;
    }
}
