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
}
