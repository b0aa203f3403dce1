using System.Collections.Immutable;

namespace Mentoring.Core.Matching;

/// <summary>
/// A matching and the proof that none is better: plain numbers, to be kept with a round and checked at any time by
/// <see cref="CertificateChecker"/>.
/// </summary>
/// <param name="ClassWeights">M_1 to M_K.</param>
/// <param name="ScoreScale">What a point of score counts beside one pair across institutions.</param>
/// <param name="MentorOf">The mentor of each mentee, or -1.</param>
/// <param name="MenteePrices">u for each mentee.</param>
/// <param name="MentorPrices">v for a place with each mentor.</param>
public sealed record Certificate(
    ImmutableArray<long> ClassWeights,
    long ScoreScale,
    ImmutableArray<int> MentorOf,
    ImmutableArray<long> MenteePrices,
    ImmutableArray<long> MentorPrices);
