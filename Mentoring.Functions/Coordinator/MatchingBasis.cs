using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator;

/// <summary>A matching to look into: the round's own as it was recorded, or what would come out of who can be matched now.</summary>
/// <param name="Name"><c>round</c> or <c>waiting</c>.</param>
public sealed record MatchingBasis(RoundBook Book, string Name, Pool Pool, MatchingRules Rules, RoundResult Result, string Seed)
{
    public MatchedPerson Person(string id) => new(id, id.StartsWith("new-", StringComparison.Ordinal) ? "the new mentor" : Book.NameOf(id));

    public MatchedPerson? PersonOrNobody(string? id) => id is null ? null : Person(id);
}
