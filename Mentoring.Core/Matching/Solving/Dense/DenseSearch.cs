namespace Mentoring.Core.Matching.Solving.Dense;

/// <summary>
/// Makes prices exact: each row takes the column that is best for it and free; what is left open goes along shortest paths, by Dijkstra's
/// method over arrays (R. Jonker and A. Volgenant, 1987). Every column ends up taken, so prices may start anywhere.
/// </summary>
internal sealed class DenseSearch(DenseWeights weights, long[] prices)
{
    private readonly int size = weights.Size;
    private readonly int[] columnOf = new int[weights.Size];
    private readonly long[] distances = new long[weights.Size];
    private readonly int[] from = new int[weights.Size];
    private readonly int[] order = new int[weights.Size];

    /// <summary>Of each column.</summary>
    public int[] RowOf { get; } = new int[weights.Size];

    public long[] ColumnPrices => prices;

    public void Run()
    {
        Array.Fill(RowOf, -1);
        Array.Fill(columnOf, -1);
        var open = new List<int>();
        for (var row = 0; row < size; row++) if (!TakeBest(row)) open.Add(row);
        foreach (var row in open) Settle(row);
        var least = prices.Min();
        for (var column = 0; column < size; column++) prices[column] -= least;
    }

    /// <summary>What a row pays at these prices.</summary>
    public long RowPrice(int row) => weights.Least[row] + weights.Row(row)[columnOf[row]] - prices[columnOf[row]];

    private bool TakeBest(int row)
    {
        var values = weights.Row(row);
        var (best, taken) = (long.MinValue, -1);
        for (var column = 0; column < size; column++)
        {
            var value = values[column] - prices[column];
            if (value < best) continue;
            if (value > best) (best, taken) = (value, -1);
            if (RowOf[column] < 0) taken = column;
        }
        if (taken < 0) return false;
        (RowOf[taken], columnOf[row]) = (row, taken);
        return true;
    }

    private void Settle(int source)
    {
        Array.Fill(distances, long.MaxValue);
        for (var column = 0; column < size; column++) order[column] = column;
        var (settled, row, at, end) = (0, source, 0L, -1);
        while (true)
        {
            Scan(row, at, settled);
            var nearest = settled;
            for (var index = settled + 1; index < size; index++)
                if (distances[order[index]] < distances[order[nearest]]) nearest = index;
            var column = order[nearest];
            (order[nearest], order[settled]) = (order[settled], column);
            at = distances[column];
            if (RowOf[column] < 0)
            {
                end = column;
                break;
            }
            settled++;
            row = RowOf[column];
        }
        for (var index = 0; index < settled; index++) prices[order[index]] += at - distances[order[index]];
        while (end >= 0)
        {
            var taker = from[end];
            RowOf[end] = taker;
            (columnOf[taker], end) = (end, columnOf[taker]);
        }
    }

    /// <summary>Every column that the row could have instead of its own, or of none, which counts as its best.</summary>
    private void Scan(int row, long at, int settled)
    {
        unchecked
        {
            var values = weights.Row(row);
            var own = long.MinValue;
            if (columnOf[row] >= 0) own = values[columnOf[row]] - prices[columnOf[row]];
            else for (var column = 0; column < size; column++) own = Math.Max(own, values[column] - prices[column]);
            var offset = at + own;
            for (var index = settled; index < size; index++)
            {
                var column = order[index];
                var distance = offset - values[column] + prices[column];
                if (distance >= distances[column]) continue;
                distances[column] = distance;
                from[column] = row;
            }
        }
    }
}
