namespace Mentoring.Core.Matching.Repairing;

/// <summary>
/// A matching that changes, and its prices. Between repairs every pair is covered, matched pairs exactly, whoever waits has price 0 and
/// so has a place with a mentor who has room.
/// </summary>
internal sealed class WorkingMatching(PairLists menteePairs, PairLists mentorPairs, WorkingWeights weights)
{
    public const int Waiting = -1;
    public const int Outside = -2;

    public PairLists MenteePairs => menteePairs;

    public PairLists MentorPairs => mentorPairs;

    public WorkingWeights Weights => weights;

    public int[] Classes = [];
    public int[] MentorOf = [];
    public long[] MenteePrices = [];
    public int[] Capacities = [];
    public int[] Held = [];
    public long[] MentorPrices = [];

    /// <summary>The first mentee of each mentor and the next of each mentee, or -1.</summary>
    private int[] firstHolders = [];
    private int[] nextHolders = [];
    private int[] previousHolders = [];

    public bool HasRoom(int mentor) => Held[mentor] < Capacities[mentor];

    public int FirstHolder(int mentor) => firstHolders[mentor];

    public int NextHolder(int mentee) => nextHolders[mentee];

    public long WeightOf(int mentee, PairLists.Entry entry) => weights.Of(Classes[mentee], entry);

    /// <summary>Arrays for so many people, and a few more.</summary>
    public void MakeRoom(int mentees, int mentors)
    {
        if (mentees > MentorOf.Length)
        {
            var size = Math.Max(16, mentees + (mentees / 2));
            Array.Resize(ref Classes, size);
            Array.Resize(ref MentorOf, size);
            Array.Resize(ref MenteePrices, size);
            Array.Resize(ref nextHolders, size);
            Array.Resize(ref previousHolders, size);
        }
        if (mentors <= Capacities.Length) return;
        var most = Math.Max(16, mentors + (mentors / 2));
        var before = firstHolders.Length;
        Array.Resize(ref Capacities, most);
        Array.Resize(ref Held, most);
        Array.Resize(ref MentorPrices, most);
        Array.Resize(ref firstHolders, most);
        firstHolders.AsSpan(before).Fill(-1);
    }

    public void Match(int mentee, int mentor)
    {
        MentorOf[mentee] = mentor;
        Held[mentor]++;
        var first = firstHolders[mentor];
        (nextHolders[mentee], previousHolders[mentee]) = (first, -1);
        if (first >= 0) previousHolders[first] = mentee;
        firstHolders[mentor] = mentee;
    }

    public void Part(int mentee)
    {
        var mentor = MentorOf[mentee];
        var (before, after) = (previousHolders[mentee], nextHolders[mentee]);
        if (before >= 0) nextHolders[before] = after;
        else firstHolders[mentor] = after;
        if (after >= 0) previousHolders[after] = before;
        Held[mentor]--;
        MentorOf[mentee] = Waiting;
    }

    /// <summary>The least price that covers the mentee's pairs.</summary>
    public long LeastMenteePrice(int mentee)
    {
        var price = 0L;
        foreach (var entry in menteePairs.Of(mentee)) price = Math.Max(price, WeightOf(mentee, entry) - MentorPrices[entry.Other]);
        return price;
    }

    /// <summary>The least price that covers the mentor's pairs with those who take part.</summary>
    public long LeastMentorPrice(int mentor)
    {
        var price = 0L;
        foreach (var entry in mentorPairs.Of(mentor))
            if (MentorOf[entry.Other] != Outside) price = Math.Max(price, WeightOf(entry.Other, entry) - MenteePrices[entry.Other]);
        return price;
    }
}
