namespace Mentoring.Core.Matching.Solving;

/// <summary>A heaviest matching and its prices, for any weights over 0.</summary>
/// <param name="MentorOf">-1 for the unmatched.</param>
/// <param name="MenteePrices">0 for the unmatched.</param>
/// <param name="MentorPrices">0 for mentors with room; the least that covers the pairs of mentors without a place.</param>
internal sealed record PricedMatching(int[] MentorOf, long[] MenteePrices, long[] MentorPrices)
{
    public static PricedMatching Heaviest<TWeights>(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities, TWeights weights)
        where TWeights : IPairWeights
    {
        var state = new PricedRows(SortedRows.Of(starts, mentors, capacities, weights));
        Bidding.Run(state);
        ShortestPathSearch? search = null;
        for (var row = 0; row < state.Rows.RowCount; row++)
            while (state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0)
                (search ??= new ShortestPathSearch(state)).Settle(row);

        var matching = state.Rows.RowsAreMentors
            ? new PricedMatching(MentorOfColumns(state), state.ColumnPrices, state.RowPrices)
            : new PricedMatching(MentorOfRows(state), state.RowPrices, state.ColumnPrices);
        matching.PriceMentorsWithoutPlaces(starts, mentors, capacities, weights);
        return matching;
    }

    private static int[] MentorOfColumns(PricedRows state)
    {
        var mentorOf = new int[state.Rows.ColumnCount];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            mentorOf[mentee] = state.Holdings[mentee] == 0 ? -1 : state.Holders[state.HolderStarts[mentee]];
        return mentorOf;
    }

    private static int[] MentorOfRows(PricedRows state)
    {
        var mentorOf = new int[state.Rows.RowCount];
        Array.Fill(mentorOf, -1);
        for (var mentor = 0; mentor < state.Rows.ColumnCount; mentor++)
            for (var place = 0; place < state.Holdings[mentor]; place++)
                mentorOf[state.Holders[state.HolderStarts[mentor] + place]] = mentor;
        return mentorOf;
    }

    private void PriceMentorsWithoutPlaces<TWeights>(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities, TWeights weights)
        where TWeights : IPairWeights
    {
        if (!capacities.Contains(0)) return;
        for (var mentee = 0; mentee < MentorOf.Length; mentee++)
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++)
            {
                var mentor = mentors[pair];
                if (capacities[mentor] == 0)
                    MentorPrices[mentor] = Math.Max(MentorPrices[mentor], weights.Of(mentee, pair) - MenteePrices[mentee]);
            }
    }
}
