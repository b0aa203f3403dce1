using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Rows of mentors, gathered from the pairs of all mentees. Writing every pair to its mentor would go all over memory, for pairs of which
/// few are ever looked at: where mentors have many pairs, one pass gathers about the heaviest of each (<see cref="Thresholds{TKey}"/>),
/// and whoever has more of them than room drops the lighter half.
/// </summary>
internal sealed class MentorRows<TKey, TKeys, TDepths>(PairTable pairs, int[] places, TDepths depths, TKeys code) : PairSource<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
    where TDepths : struct, IPairDepths
{
    /// <summary>With so few pairs each, rows are whole from the start.</summary>
    private const int FewPairs = 3 * FirstPairs;

    /// <summary>Pairs of a mentor that are looked at to find how heavy their heaviest are.</summary>
    private const int Sampled = 40;

    private readonly Row[] rows = new Row[pairs.MentorCount];
    private readonly int[] lengths = new int[pairs.MentorCount];
    private bool areCounted;

    public override bool CopiesInBatches => true;

    public override bool IsWhole(int row) => places[row] == 0 || rows[row].Most == TKey.AllBitsSet;

    public override int LengthOf(int row)
    {
        if (!areCounted) CountLengths();
        return lengths[row];
    }

    public override TKey[] Heaviest(int[] starts, int[] ends)
    {
        var room = pairs.Mentors.Length <= (long)FewPairs * rows.Length ? RoomForAll() : RoomForHeaviest();
        var keys = GC.AllocateUninitializedArray<TKey>(checked(room + pairs.Mentors.Length));
        for (var row = 0; row < rows.Length; row++) starts[row] = rows[row].Next;
        Gather(starts, keys);
        for (var row = 0; row < rows.Length; row++) ends[row] = rows[row].Next;
        return keys;
    }

    public override void Copy(int row, Span<TKey> keys) => throw new NotSupportedException("Rows of mentors are copied in batches.");

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
        unchecked
        {
            foreach (var mentor in pairs.Mentors) lengths[mentor]++;
        }
        for (var mentor = 0; mentor < lengths.Length; mentor++) if (places[mentor] == 0) lengths[mentor] = 0;
        areCounted = true;
    }

    private int RoomForAll()
    {
        var room = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new Row { Salt = code.Salt(row), Next = room, End = room += LengthOf(row), Most = TKey.AllBitsSet };
            if (places[row] == 0) rows[row].Most = TKey.Zero;
        }
        return room;
    }

    private int RoomForHeaviest()
    {
        var (starts, mentors) = (pairs.Starts, pairs.Mentors);
        var thresholds = new Thresholds<TKey>(rows.Length, Sample());
        var stride = Math.Max(1, (int)(mentors.Length / ((long)rows.Length * Sampled)));
        for (var mentee = 0; mentee < starts.Length - 1; mentee += stride)
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++) thresholds.Count(mentors[pair], KeyOf(mentee, pair));

        var room = 0L;
        for (var row = 0; row < rows.Length; row++)
        {
            var wanted = Math.Min(pairs.MenteeCount, Math.Max(5 * FirstPairs / 2, places[row] + FirstPairs));
            var next = checked((int)room);
            room += places[row] == 0 ? 0 : 2L * wanted;
            rows[row] = new Row { Salt = code.Salt(row), Next = next, End = checked((int)room), Most = places[row] == 0 ? TKey.Zero : thresholds.MostOf(row, wanted, stride) };
        }
        return checked((int)room);
    }

    /// <summary>Keys from everywhere.</summary>
    private TKey[] Sample()
    {
        var sample = new TKey[Math.Min(4096, pairs.Mentors.Length)];
        var mentee = 0;
        for (var taken = 0; taken < sample.Length; taken++)
        {
            var pair = (int)((long)taken * pairs.Mentors.Length / sample.Length);
            while (pairs.Starts[mentee + 1] <= pair) mentee++;
            sample[taken] = KeyOf(mentee, pair);
        }
        return sample;
    }

    private void Gather(int[] rowStarts, TKey[] keys)
    {
        var (starts, mentors, depthOf, keyOf, all) = (pairs.Starts, pairs.Mentors, depths, code, rows);
        for (var mentee = 0; mentee < starts.Length - 1; mentee++)
        {
            var (pair, end, start) = (starts[mentee], starts[mentee + 1], depthOf.StartOf(mentee));
            foreach (var mentor in mentors.AsSpan(pair, end - pair))
            {
                unchecked
                {
                    ref var row = ref all[mentor];
                    var key = keyOf.Of(depthOf.DepthOf(start, pair++), mentee ^ row.Salt);
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
    }

    private static void DropLighterHalf(ref Row row, Span<TKey> keys)
    {
        if (keys.IsEmpty) return;
        keys.Sort();
        var kept = (keys.Length + 1) / 2;
        row.Most = keys[kept - 1];
        row.Next -= keys.Length - kept;
    }

    /// <summary>Where the next key of a mentor goes, and the greatest that is wanted.</summary>
    private struct Row
    {
        public int Next;
        public int End;
        public TKey Most;
        public int Salt;
    }
}
