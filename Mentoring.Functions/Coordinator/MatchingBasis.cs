using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator.Overview;

namespace Mentoring.Functions.Coordinator;

/// <summary>A matching to look into: the round's own as it was recorded, or what would come out of who can be matched now.</summary>
/// <param name="Name"><c>round</c> or <c>waiting</c>.</param>
/// <param name="Kept">Of the round's own matching: what follows from it and is worked out already; null else.</param>
public sealed record MatchingBasis(RoundBook Book, string Name, RoundSolution Round, string Seed, KeptRun? Kept = null)
{
    public Pool Pool => Round.Pool;

    public MatchingRules Rules => Round.Rules;

    public RoundResult Result => Round.Result;

    /// <summary>Null where it is about who can be matched now.</summary>
    public DateTimeOffset? MatchedAt => Name == MatchingBases.Recorded ? Book.Matching?.At : null;

    /// <summary>The matching's people as coordinators name them. The recorded one knows an address as a digest still after whose it is was erased; nobody finds them by it.</summary>
    public NamedPeople Named() => new(Pool, id => Book.EntryOf(id) is not null);

    public MatchedPerson Person(string id) => new(id, WhatIfReader.InventedKindOf(id) is { } kind ? $"the new {kind}" : Book.NameOf(id));

    /// <inheritdoc cref="PairQuestions.Why"/>
    public PairAnswer Why(string mentee, string mentor) => Kept?.Why(mentee, mentor) ?? new PairQuestions(Round).Why(mentee, mentor);

    public MatchedPerson? PersonOrNobody(string? id) => id is null ? null : Person(id);
}
