namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// How far each pair is under the heaviest on a scale of weights over 0 and at most <see cref="Objective.MaxWeight"/>.
/// Read for every pair: implementations have no more fields than fit in registers.
/// </summary>
internal interface IPairDepths
{
    /// <summary>What all pairs of a mentee start from.</summary>
    long StartOf(int mentee);

    long DepthOf(long start, int pair);

    /// <summary>Which of the next pairs may be no deeper than this: a bit each. A bit may be set for a pair that is deeper, never missing.</summary>
    /// <param name="count">At least 1, at most <see cref="AtOnce"/>.</param>
    ulong NoDeeper(long start, long deepest, int pair, int count);

    /// <summary>How many pairs are looked at in one step.</summary>
    const int AtOnce = 64;
}
