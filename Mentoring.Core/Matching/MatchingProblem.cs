using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching;

/// <summary>
/// Mentees who take one place each, mentors with places, and the eligible pairs between them, sorted by mentee and then mentor.
/// Made by <see cref="MatchingProblemBuilder"/>, so it is always valid: the pairs are distinct and every sum the objective needs fits.
/// </summary>
public sealed class MatchingProblem
{
    /// <summary>People on one side.</summary>
    public const int MaxPeople = 1 << 24;

    public const int MaxClass = 10_000;

    public const long MaxScore = 1_000_000_000;

    private readonly int[] classes;
    private readonly int[] capacities;
    private readonly int[] starts;
    private readonly int[] mentors;
    private readonly int[] scores;
    private readonly bool[]? crossInstitution;

    /// <remarks>The arrays of pairs may have room after the last.</remarks>
    internal MatchingProblem(
        int[] classes, int[] capacities, int[] starts, int[] mentors, int[] scores, bool[]? crossInstitution,
        ulong[] menteeKeys, ulong[] mentorKeys)
    {
        this.classes = classes;
        this.capacities = capacities;
        this.starts = starts;
        this.mentors = mentors;
        this.scores = scores;
        this.crossInstitution = crossInstitution;
        MenteeKeys = ImmutableCollectionsMarshal.AsImmutableArray(menteeKeys);
        MentorKeys = ImmutableCollectionsMarshal.AsImmutableArray(mentorKeys);
        foreach (var score in PairScores) HighestScore = Math.Max(HighestScore, score);
        Objective = Objective.Of(this);
    }

    /// <summary>The same people and pairs, which are not copied.</summary>
    private MatchingProblem(MatchingProblem same, int[] capacities, bool[]? crossInstitution)
    {
        (classes, this.capacities, starts, mentors, scores, this.crossInstitution) = (same.classes, capacities, same.starts, same.mentors, same.scores, crossInstitution);
        (MenteeKeys, MentorKeys, HighestScore) = (same.MenteeKeys, same.MentorKeys, same.HighestScore);
        Objective = Objective.Of(this);
    }

    public int MenteeCount => classes.Length;

    public int MentorCount => capacities.Length;

    public int PairCount => starts[^1];

    /// <summary>1 is the most urgent.</summary>
    public ReadOnlySpan<int> Classes => classes;

    public ReadOnlySpan<int> Capacities => capacities;

    /// <summary>Where each mentee's pairs start; one longer than the mentees, the last entry is <see cref="PairCount"/>.</summary>
    public ReadOnlySpan<int> PairStarts => starts;

    /// <summary>The mentor of each pair; ascending within a mentee.</summary>
    public ReadOnlySpan<int> PairMentors => mentors.AsSpan(0, PairCount);

    public ReadOnlySpan<int> PairScores => scores.AsSpan(0, PairCount);

    /// <summary>Whether each pair crosses institutions; empty where none does.</summary>
    public ReadOnlySpan<bool> PairCrossings => crossInstitution is null ? [] : crossInstitution.AsSpan(0, PairCount);

    /// <summary>Distinct; all the tie-break knows of a mentee.</summary>
    public ImmutableArray<ulong> MenteeKeys { get; }

    /// <summary>Distinct; all the tie-break knows of a mentor.</summary>
    public ImmutableArray<ulong> MentorKeys { get; }

    /// <summary>What is sought, folded into one whole number for each pair.</summary>
    public Objective Objective { get; }

    /// <summary>Of all pairs; 0 where there are none.</summary>
    internal int HighestScore { get; }

    public ReadOnlySpan<int> MentorsOf(int mentee) => mentors.AsSpan(starts[mentee]..starts[mentee + 1]);

    public bool IsCrossInstitution(int pair) => crossInstitution is not null && crossInstitution[pair];

    /// <summary>The position of this pair, or a negative number where the two are not eligible.</summary>
    public int FindPair(int mentee, int mentor)
    {
        var within = MentorsOf(mentee).BinarySearch(mentor);
        return within < 0 ? -1 : starts[mentee] + within;
    }

    /// <summary>Null where all mentees are in one class.</summary>
    internal int[]? ClassesIfTheyDiffer => classes.Length > 0 && classes.AsSpan().ContainsAnyExcept(classes[0]) ? classes : null;

    /// <summary>The same without regard to pairs across institutions.</summary>
    internal MatchingProblem WithoutCrossings() => new(this, capacities, crossInstitution: null);

    /// <summary>The same with other places.</summary>
    /// <param name="places">By mentor; 0 or more.</param>
    /// <exception cref="MatchingFaultException">The sums would overflow.</exception>
    internal MatchingProblem WithPlaces(int[] places) => new(this, places, crossInstitution);

    internal PairTable Table => new(starts, mentors, capacities);

    internal ObjectiveDepths DepthsOn(WeightScale scale) => new(scale.Scores, classes, scores, scale.CountsCrossings ? crossInstitution : null);

    /// <summary>All pairs, by mentee and then mentor.</summary>
    public IEnumerable<EligiblePair> Pairs()
    {
        for (var mentee = 0; mentee < MenteeCount; mentee++)
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++)
                yield return new EligiblePair(mentee, mentors[pair], scores[pair], IsCrossInstitution(pair));
    }
}
