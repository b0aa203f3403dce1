using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator;

/// <param name="From">Null where there is nobody.</param>
/// <param name="To">Null where there would be nobody.</param>
public sealed record WhatIfChangeView(MatchedPerson Mentee, MatchedPerson? From, MatchedPerson? To, long? ScoreBefore, long? ScoreAfter);

/// <summary>See <see cref="WhatIfOutcome"/>; people with their names.</summary>
public sealed record WhatIfView(
    string RoundId, string Basis, RoundTotals Today, RoundTotals Then, long ThenByTodaysWeights, bool Proved,
    IReadOnlyList<WhatIfChangeView> Gain, IReadOnlyList<WhatIfChangeView> Lose, IReadOnlyList<WhatIfChangeView> Move)
{
    public static WhatIfView Of(MatchingBasis basis, WhatIfOutcome outcome)
    {
        return new WhatIfView(
            basis.Book.Id, basis.Name, outcome.Today, outcome.Then, outcome.ThenByTodaysWeights, outcome.Proved,
            [.. outcome.Gain.Select(View)], [.. outcome.Lose.Select(View)], [.. outcome.Move.Select(View)]);

        WhatIfChangeView View(WhatIfChange change) => new(
            basis.Person(change.MenteeId), basis.PersonOrNobody(change.From), basis.PersonOrNobody(change.To), change.ScoreBefore, change.ScoreAfter);
    }
}
