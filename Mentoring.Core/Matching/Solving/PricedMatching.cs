using System.Numerics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>A heaviest matching and its prices, for any weights over 0.</summary>
/// <param name="MentorOf">-1 for the unmatched.</param>
/// <param name="MenteePrices">0 for the unmatched.</param>
/// <param name="MentorPrices">0 for mentors with room; the least that covers the pairs of mentors without a place.</param>
internal sealed record PricedMatching(int[] MentorOf, long[] MenteePrices, long[] MentorPrices)
{
    /// <summary>Where all mentees are as urgent.</summary>
    public static PricedMatching Heaviest<TDepths>(PairTable pairs, WeightScale scale, TDepths depths)
        where TDepths : struct, IPairDepths
    {
        var matching = OneSide.Prepare(Sides.Of(pairs), scale, depths)();
        matching.PriceMentorsWithoutPlaces(pairs, scale, depths);
        return matching;
    }

    /// <param name="classes">Of the mentees; null where all are as urgent.</param>
    public static PricedMatching Heaviest(PairTable pairs, WeightScale scale, ObjectiveDepths depths, int[]? classes)
    {
        var matching = Prepare(pairs, scale, depths, classes)();
        matching.PriceMentorsWithoutPlaces(pairs, scale, depths);
        return matching;
    }

    /// <summary>Makes the rows of the search.</summary>
    /// <param name="classes">Of the mentees; null where all are as urgent.</param>
    /// <returns>Solves them; only once.</returns>
    public static Func<PricedMatching> Prepare(PairTable pairs, WeightScale scale, ObjectiveDepths depths, int[]? classes)
    {
        if (classes is null) return OneSide.Prepare(Sides.Of(pairs), scale, depths);
        var alike = Urgency.LevelledAtScarcity(classes, pairs);
        var levelled = OneSide.Prepare(Sides.Of(pairs), scale, depths.With(alike));
        return () =>
        {
            var matching = levelled();
            for (var mentee = 0; mentee < classes.Length; mentee++)
                matching.MenteePrices[mentee] += scale.WeightOfGroup(classes[mentee]) - scale.WeightOfGroup(alike[mentee]);
            new PushingIn(pairs, scale, depths, matching).Run();
            return matching;
        };
    }

    /// <summary>What has been settled so far.</summary>
    public static PricedMatching Of<TKey, TKeys>(PricedRows<TKey, TKeys> state)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var columnPrices = new long[state.Rows.Sides.ColumnCount];
        for (var column = 0; column < columnPrices.Length; column++) columnPrices[column] = state.Columns[column].Price;
        return state.Rows.Sides.RowsAreMentors
            ? new PricedMatching(MentorOfColumns(state), columnPrices, state.RowPrices)
            : new PricedMatching(MentorOfRows(state), state.RowPrices, columnPrices);
    }

    private static int[] MentorOfColumns<TKey, TKeys>(PricedRows<TKey, TKeys> state)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var mentorOf = new int[state.Rows.Sides.ColumnCount];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            mentorOf[mentee] = state.Columns[mentee].HasRoom ? -1 : state.Holder(mentee, 0);
        return mentorOf;
    }

    private static int[] MentorOfRows<TKey, TKeys>(PricedRows<TKey, TKeys> state)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var mentorOf = new int[state.RowPrices.Length];
        Array.Fill(mentorOf, -1);
        for (var mentor = 0; mentor < state.Rows.Sides.ColumnCount; mentor++)
            for (var place = 0; place < state.HolderCount(mentor); place++)
                mentorOf[state.Holder(mentor, place)] = mentor;
        return mentorOf;
    }

    public void PriceMentorsWithoutPlaces<TDepths>(PairTable pairs, WeightScale scale, TDepths depths)
        where TDepths : struct, IPairDepths
    {
        int[] idle = [.. Enumerable.Range(0, pairs.MentorCount).Where(mentor => pairs.Capacities[mentor] == 0)];
        for (var mentee = 0; mentee < MentorOf.Length && idle.Length > 0; mentee++)
        {
            var row = pairs.Mentors.AsSpan(pairs.Starts[mentee]..pairs.Starts[mentee + 1]);
            // Most often few are idle and many are in the row.
            foreach (var mentor in idle.Length < row.Length ? idle : row)
                if (pairs.Capacities[mentor] == 0 && row.BinarySearch(mentor) is >= 0 and var within)
                    MentorPrices[mentor] = Math.Max(
                        MentorPrices[mentor], scale.WeightOf(depths.DepthOf(depths.StartOf(mentee), pairs.Starts[mentee] + within)) - MenteePrices[mentee]);
        }
    }
}
