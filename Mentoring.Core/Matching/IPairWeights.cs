namespace Mentoring.Core.Matching;

/// <summary>What each pair is worth, over 0 and at most <see cref="Objective.MaxWeight"/>.</summary>
internal interface IPairWeights
{
    long Of(int mentee, int pair);
}
