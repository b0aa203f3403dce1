using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Weights as depths under the heaviest: <c>group · scores lost · crossing lost</c> in bits. Depths order pairs as their weights
/// <c>group weight + points · score + crossing</c> do, the other way round, and are short where weights are long, so that one fits beside
/// a person's number.
/// </summary>
/// <param name="groupWeights">Descending; each more than all weights of the group after.</param>
/// <param name="scoreBits">For any score.</param>
/// <param name="crossingBits">1 where crossings count, else 0.</param>
/// <param name="points">What a point of score counts.</param>
internal sealed class WeightScale(long[] groupWeights, int scoreBits, int crossingBits, long points)
{
    public int Groups => groupWeights.Length;

    /// <summary>One more than the greatest depth.</summary>
    public long Depths => (long)groupWeights.Length << (scoreBits + crossingBits);

    /// <summary>One more than the highest score that has room.</summary>
    public long Scores => 1L << scoreBits;

    public bool CountsCrossings => crossingBits > 0;

    /// <param name="group">From 1.</param>
    public long WeightOfGroup(int group) => groupWeights[group - 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long WeightOf(long depth)
    {
        unchecked
        {
            var lost = depth >> crossingBits;
            var score = Scores - 1 - (lost & (Scores - 1));
            return groupWeights[(int)(lost >> scoreBits)] + (points * score) + (crossingBits & ~depth);
        }
    }

    /// <summary>No pair that weighs so much is deeper.</summary>
    public long DeepestOf(long weight)
    {
        var group = groupWeights.Length - 1;
        if (weight <= groupWeights[group] || points == 0) return Depths - 1;
        while (group > 0 && weight > groupWeights[group] + (points * (Scores - 1)) + crossingBits) group--;
        var score = Math.Clamp((weight - groupWeights[group] - crossingBits + points - 1) / points, 0, Scores - 1);
        return (((long)group << scoreBits) + Scores - 1 - score) << crossingBits | (long)crossingBits;
    }
}
