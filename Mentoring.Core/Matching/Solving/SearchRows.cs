using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// The pairs as the search reads them: a row for everyone on the scarce side, heaviest pair first. Most rows are only ever read in their
/// first few pairs, so a row starts with its heaviest, is given more when those run out, and is put in order piece by piece.
/// </summary>
internal sealed class SearchRows<TKey, TKeys> : IDisposable
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
{
    /// <summary>The first piece put in order; each further one doubles what is in order.</summary>
    private const int FirstPiece = 8;

    /// <summary>A row that runs out is given so many times what it had, and no fewer than so many.</summary>
    private const int Growth = 4;
    private const int Least = 32;

    /// <summary>So many rows are made whole one by one before each batch, because a batch takes as long as many of them.</summary>
    private const int MostAlone = 8;

    /// <summary>With this batch every row is made whole.</summary>
    private const int LastBatch = 4;

    private readonly PairSource<TKey> source;
    private readonly Span[] spans;
    private readonly int[] next;
    private int used;

    /// <summary>Room beyond what all rows take when they are whole.</summary>
    private int spare;
    private int alone;
    private int batches;

    /// <param name="scratch">Given back with the rows.</param>
    public SearchRows(Sides sides, TKeys code, PairSource<TKey> source, Scratch scratch)
    {
        (Sides, Code, Scratch, this.source) = (sides, code, scratch, source);
        next = scratch.Any<int>(sides.RowCount);
        var starts = scratch.Any<int>(sides.RowCount);
        var keys = source.Heaviest(starts, next);
        Keys = keys.Array!;
        spans = scratch.Any<Span>(sides.RowCount);
        for (var row = 0; row < sides.RowCount; row++)
        {
            spans[row] = new Span { Start = starts[row], End = next[row], IsWhole = source.IsWhole(row) };
            used = Math.Max(used, next[row]);
        }
        spare = keys.Count - used - sides.Pairs.Count;
    }

    public Sides Sides { get; }

    public TKeys Code { get; }

    public Scratch Scratch { get; }

    public TKey[] Keys { get; private set; }

    public int Start(int row) => spans[row].Start;

    /// <summary>How many pairs of the row are in order.</summary>
    public int Ordered(int row) => spans[row].Ordered;

    /// <param name="row">Its start may change whenever it is put in order.</param>
    /// <param name="position">From 0, the heaviest.</param>
    public TKey Key(int row, int position) => Keys[spans[row].Start + position];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Column(int row, int position) => Code.MixedColumn(Key(row, position)) ^ Code.Salt(row);

    /// <summary>Of a row whose first pairs will soon be asked for.</summary>
    public void FetchPlace(int row) => Ahead.Fetch(spans, row);

    /// <summary>Of a row that will soon be read.</summary>
    public void FetchFirst(int row) => Ahead.Fetch(Keys, spans[row].Start);

    public long Weight(int row, int position) => Code.Weight(Key(row, position));

    /// <summary>Whether more of the row can be put in order without reading everybody's pairs.</summary>
    public bool HasMoreAtHand(int row) => !source.CopiesInBatches || spans[row].IsWhole || spans[row].Start + spans[row].Ordered < spans[row].End;

    /// <summary>No pair of the row that is not in order yet weighs more.</summary>
    public long HeaviestLeft(int row)
    {
        ref var span = ref spans[row];
        var last = span.Ordered == 0 ? long.MaxValue : Weight(row, span.Ordered - 1);
        if (span.Start + span.Ordered < span.End) return last;
        return span.IsWhole ? 0 : Math.Min(last, Code.Weight(source.LeastLeft(row)));
    }

    /// <summary>Puts more of a row in order, if there may be more of this weight or over it.</summary>
    /// <returns>How many pairs are in order now.</returns>
    public int OrderTo(int row, long weight) => HeaviestLeft(row) < weight ? Ordered(row) : Order(row);

    /// <summary>Puts more of a row in order, if there is more.</summary>
    /// <returns>How many pairs are in order now.</returns>
    public int Order(int row)
    {
        ref var span = ref spans[row];
        if (span.Start + span.Ordered == span.End && !span.IsWhole) Extend(row);
        var rest = Keys.AsSpan((span.Start + span.Ordered)..span.End);
        if (!rest.IsEmpty) span.Ordered += LeastFirst.Order(rest, Math.Max(FirstPiece, span.Ordered));
        return span.Ordered;
    }

    /// <summary>Copies a whole row, in any order.</summary>
    public void Copy(int row, Span<TKey> keys) => source.Copy(row, keys);

    /// <summary>Gives all room back.</summary>
    public void Dispose()
    {
        Scratch.Dispose();
        Keys = [];
    }

    private void Extend(int row)
    {
        if (source.CopiesInBatches)
        {
            if (alone++ < MostAlone) Move(row, used + source.Copy(row, Keys.AsSpan(used)));
            else MakeBatchWhole();
            return;
        }
        ref var span = ref spans[row];
        var wanted = source.LengthOf(row) <= spare ? Math.Max(Least, Growth * span.Ordered) : int.MaxValue;
        // A row of which a sample found nothing has nothing yet.
        TKey? after = span.Ordered > 0 ? Key(row, span.Ordered - 1) : null;
        var count = source.CopyNext(row, after, wanted, Keys.AsSpan(used + span.Ordered), out span.IsWhole);
        Keys.AsSpan(span.Start, span.Ordered).CopyTo(Keys.AsSpan(used));
        (span.Start, span.End) = (used, used + span.Ordered + count);
        if (!span.IsWhole) spare -= span.End - used;
        used = span.End;
    }

    /// <summary>Makes all rows whole of which nothing else is left, because each batch reads all pairs.</summary>
    private void MakeBatchWhole()
    {
        alone = 0;
        batches++;
        var start = used;
        for (var row = 0; row < Sides.RowCount; row++)
        {
            var wanted = !HasMoreAtHand(row) || (!spans[row].IsWhole && batches == LastBatch);
            next[row] = wanted ? start : -1;
            if (wanted) start += source.LengthOf(row);
        }
        source.Copy(next, Keys);
        for (var row = 0; row < Sides.RowCount; row++)
            if (next[row] >= 0) Move(row, next[row]);
    }

    /// <summary>The row is whole now, after all others; what was in order comes first again.</summary>
    private void Move(int row, int end)
    {
        ref var span = ref spans[row];
        if (span.Ordered > 0)
        {
            var ordered = Keys.AsSpan(span.Start, span.Ordered);
            LeastFirst.Partition(Keys.AsSpan(used..end), ordered[^1]);
            ordered.CopyTo(Keys.AsSpan(used));
        }
        (span.Start, span.End, span.IsWhole) = (used, end, true);
        used = end;
    }

    /// <summary>Where a row is.</summary>
    private struct Span
    {
        public int Start;
        public int Ordered;
        public int End;
        public bool IsWhole;
    }
}
