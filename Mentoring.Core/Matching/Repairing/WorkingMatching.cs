namespace Mentoring.Core.Matching.Repairing;

/// <summary>A mentee as the searches see them, side by side in memory.</summary>
internal struct MenteeState
{
    public long Price;
    public int MentorOf;
    public int Class;

    /// <summary>Others who have a place with the same mentor, or -1.</summary>
    public int Next;
    public int Previous;
}

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

    public MenteeState[] Mentees = [];
    public int[] Capacities = [];
    public int[] Held = [];
    public long[] MentorPrices = [];

    /// <summary>One mentee of each mentor, or -1.</summary>
    private int[] firstHolders = [];

    public bool HasRoom(int mentor) => Held[mentor] < Capacities[mentor];

    public int FirstHolder(int mentor) => firstHolders[mentor];

    public int NextHolder(int mentee) => Mentees[mentee].Next;

    public long WeightOf(int mentee, PairLists.Entry entry) => weights.Of(Mentees[mentee].Class, entry);

    /// <summary>Arrays for so many people, and a few more.</summary>
    public void MakeRoom(int mentees, int mentors)
    {
        if (mentees > Mentees.Length) Array.Resize(ref Mentees, Math.Max(16, mentees + (mentees / 2)));
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
        var first = firstHolders[mentor];
        ref var person = ref Mentees[mentee];
        (person.MentorOf, person.Next, person.Previous) = (mentor, first, -1);
        if (first >= 0) Mentees[first].Previous = mentee;
        firstHolders[mentor] = mentee;
        Held[mentor]++;
    }

    public void Part(int mentee)
    {
        ref var person = ref Mentees[mentee];
        if (person.Previous >= 0) Mentees[person.Previous].Next = person.Next;
        else firstHolders[person.MentorOf] = person.Next;
        if (person.Next >= 0) Mentees[person.Next].Previous = person.Previous;
        Held[person.MentorOf]--;
        person.MentorOf = Waiting;
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
            if (Mentees[entry.Other].MentorOf != Outside) price = Math.Max(price, WeightOf(entry.Other, entry) - Mentees[entry.Other].Price);
        return price;
    }
}
