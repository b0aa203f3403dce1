using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>The depths of an objective, from the arrays of its problem.</summary>
/// <param name="scores">One more than the highest score that has room on the scale.</param>
/// <param name="crossings">Null where crossings do not count.</param>
internal readonly struct ObjectiveDepths(long scores, int[] classes, int[] pairScores, bool[]? crossings) : IPairDepths
{
    /// <summary>The same pairs with the mentees in other classes.</summary>
    public ObjectiveDepths With(int[] otherClasses) => new(scores, otherClasses, pairScores, crossings);

    public long StartOf(int mentee) => (classes[mentee] * scores) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long DepthOf(long start, int pair)
    {
        // Within the bits counted for the scale.
        unchecked
        {
            var depth = start - pairScores[pair];
            return crossings is null ? depth : (depth << 1) | (crossings[pair] ? 0L : 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NoDeeper(long start, long deepest, int pair, int count)
    {
        unchecked
        {
            Ahead.FetchOnce(pairScores, pair, count);
            var every = ulong.MaxValue >> (IPairDepths.AtOnce - count);
            var least = start - (crossings is null ? deepest : deepest >> 1);
            if (least <= 0 || pair > pairScores.Length - IPairDepths.AtOnce) return every;
            // No score is over the scale, so nothing is lost where the least is.
            var leasts = Vector512.Create((int)Math.Min(least, int.MaxValue));
            ref var first = ref pairScores[pair];
            return every & (Bits(ref first, 0, leasts) | Bits(ref first, 16, leasts) | Bits(ref first, 32, leasts) | Bits(ref first, 48, leasts));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ref int first, int offset, Vector512<int> leasts)
        => Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)offset), leasts).ExtractMostSignificantBits() << offset;
}
