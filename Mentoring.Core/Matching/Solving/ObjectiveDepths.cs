using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>The depths of an objective, from the arrays of its problem.</summary>
/// <param name="scores">One more than the highest score that has room on the scale.</param>
/// <param name="crossings">Null where crossings do not count.</param>
internal readonly struct ObjectiveDepths(long scores, int[] classes, int[] pairScores, bool[]? crossings) : IPairDepths
{
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
}
