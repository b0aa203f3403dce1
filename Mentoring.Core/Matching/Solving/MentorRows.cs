using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Rows of mentors, gathered from the pairs of all mentees. Writing every pair to its mentor would go all over memory, for pairs of which
/// few are ever looked at: where mentors have many pairs, one pass gathers the heaviest of all, and whoever has more of them
/// than room drops the lighter half. Who has too few is given the whole row when it is asked for.
/// </summary>
internal sealed class MentorRows<TKey, TKeys, TDepths>(PairTable pairs, int[] places, TDepths depths, TKeys code, Scratch scratch) : PairSource<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
    where TDepths : struct, IPairDepths
{
    /// <summary>How many of their heaviest pairs mentors have at first, on average: for each place, and at least as for two.</summary>
    private const int HeaviestForPlace = 18;

    /// <summary>With fewer pairs than so many times as many, rows are whole from the start.</summary>
    private const int FewTimes = 2;

    private readonly Row[] rows = scratch.Any<Row>(pairs.MentorCount);
    private readonly int[] lengths = scratch.Any<int>(pairs.MentorCount);
    private bool areCounted;
    private long deepest = long.MaxValue;

    public override bool CopiesInBatches => true;

    public override bool IsWhole(int row) => places[row] == 0 || rows[row].Most == TKey.AllBitsSet;

    public override int LengthOf(int row)
    {
        if (!areCounted) CountLengths();
        return lengths[row];
    }

    public override TKey LeastLeft(int row) => rows[row].Most;

    public override ArraySegment<TKey> Heaviest(int[] starts, int[] ends)
    {
        var heaviest = HeaviestEach();
        var room = pairs.Count <= FewTimes * heaviest * pairs.MentorCount ? RoomForAll() : RoomForHeaviest((int)heaviest);
        var keys = Room(scratch, (long)room + pairs.Count);
        for (var row = 0; row < pairs.MentorCount; row++) starts[row] = rows[row].Next;
        Gather(starts, keys.Array!);
        for (var row = 0; row < pairs.MentorCount; row++) ends[row] = rows[row].Next;
        return keys;
    }

    public override int CopyNext(int row, TKey? after, int wanted, Span<TKey> keys, out bool isLast) => throw new NotSupportedException("Rows of mentors are copied in batches.");

    public override int Copy(int row, Span<TKey> keys)
    {
        var count = 0;
        for (var mentee = 0; mentee < pairs.MenteeCount; mentee++)
        {
            var (start, end) = (pairs.Starts[mentee], pairs.Starts[mentee + 1]);
            if (pairs.Mentors.AsSpan(start..end).IndexOf(row) is >= 0 and var within) keys[count++] = KeyOf(mentee, start + within);
        }
        return count;
    }

    public override void Copy(int[] next, TKey[] keys)
    {
        var (starts, mentors) = (pairs.Starts, pairs.Mentors);
        for (var mentee = 0; mentee < starts.Length - 1; mentee++)
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++)
            {
                ref var position = ref next[mentors[pair]];
                if (position >= 0) keys[position++] = KeyOf(mentee, pair);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TKey KeyOf(int mentee, int pair) => code.Of(depths.DepthOf(depths.StartOf(mentee), pair), mentee ^ code.Salt(pairs.Mentors[pair]));

    private void CountLengths()
    {
        lengths.AsSpan(0, pairs.MentorCount).Clear();
        unchecked
        {
            foreach (var mentor in pairs.Mentors.AsSpan(0, pairs.Count)) lengths[mentor]++;
        }
        for (var mentor = 0; mentor < pairs.MentorCount; mentor++) if (places[mentor] == 0) lengths[mentor] = 0;
        areCounted = true;
    }

    private int RoomForAll()
    {
        var room = 0;
        for (var row = 0; row < pairs.MentorCount; row++)
            rows[row] = new Row { Next = room, End = room += LengthOf(row), Most = places[row] == 0 ? TKey.Zero : TKey.AllBitsSet };
        return room;
    }

    private long HeaviestEach()
    {
        var all = 0L;
        foreach (var each in places) all += each;
        return HeaviestForPlace * Math.Max(2L * pairs.MentorCount, all) / Math.Max(1, pairs.MentorCount);
    }

    private int RoomForHeaviest(int each)
    {
        var cut = HeaviestCut<TKey>.Of(pairs, depths, code, each);
        deepest = cut.Deepest;
        var room = 0L;
        for (var row = 0; row < pairs.MentorCount; row++)
        {
            var next = checked((int)room);
            room += places[row] == 0 ? 0 : 3L * Math.Min(pairs.MenteeCount, Math.Max(cut.Each, places[row] + FirstPairs)) / 2;
            rows[row] = new Row { Next = next, End = checked((int)room), Most = places[row] == 0 ? TKey.Zero : cut.Most };
        }
        return checked((int)room);
    }

    private void Gather(int[] rowStarts, TKey[] keys)
    {
        var (starts, depthOf, limit) = (pairs.Starts, depths, deepest);
        var before = default(Handful);
        for (var mentee = 0; mentee < starts.Length - 1; mentee++)
        {
            var (end, start) = (starts[mentee + 1], depthOf.StartOf(mentee));
            for (var first = starts[mentee]; first < end; first += IPairDepths.AtOnce)
            {
                var count = Math.Min(IPairDepths.AtOnce, end - first);
                Ahead.FetchOnce(pairs.Mentors, first, count);
                var some = new Handful { Mentee = mentee, First = first, Wanted = depthOf.NoDeeper(start, limit, first, count) };
                FetchFor(some, keys);
                Write(before, rowStarts, keys);
                before = some;
            }
        }
        Write(before, rowStarts, keys);
    }

    /// <summary>Neighbouring pairs are written far apart.</summary>
    private void FetchFor(Handful some, TKey[] keys)
    {
        var (mentors, all) = (pairs.Mentors, rows);
        for (var wanted = some.Wanted; wanted != 0; wanted &= unchecked(wanted - 1))
            Ahead.Fetch(keys, all[mentors[some.First + BitOperations.TrailingZeroCount(wanted)]].Next);
    }

    private void Write(Handful some, int[] rowStarts, TKey[] keys)
    {
        var (mentors, depthOf, keyOf, all) = (pairs.Mentors, depths, code, rows);
        if (some.Wanted == 0) return;
        var start = depthOf.StartOf(some.Mentee);
        for (var wanted = some.Wanted; wanted != 0; wanted &= unchecked(wanted - 1))
        {
            unchecked
            {
                var pair = some.First + BitOperations.TrailingZeroCount(wanted);
                var mentor = mentors[pair];
                ref var row = ref all[mentor];
                var key = keyOf.Of(depthOf.DepthOf(start, pair), some.Mentee ^ keyOf.Salt(mentor));
                if (row.Next == row.End)
                {
                    if (key <= row.Most) DropLighterHalf(ref row, keys.AsSpan(rowStarts[mentor]..row.End));
                    if (row.Next == row.End) continue;
                }
                // Written whether wanted or not, because that cannot be foreseen: the next key takes its place.
                keys[row.Next] = key;
                row.Next += key <= row.Most ? 1 : 0;
            }
        }
    }

    private static void DropLighterHalf(ref Row row, Span<TKey> keys)
    {
        if (keys.IsEmpty) return;
        keys.Sort();
        var kept = (keys.Length + 1) / 2;
        row.Most = keys[kept - 1];
        row.Next -= keys.Length - kept;
    }

    /// <summary>Pairs of a mentee that lie together: a bit for each that may be wanted.</summary>
    private struct Handful
    {
        public int Mentee;
        public int First;
        public ulong Wanted;
    }

    /// <summary>Where the next key of a mentor goes, and the greatest that is wanted.</summary>
    private struct Row
    {
        public int Next;
        public int End;
        public TKey Most;
    }
}
