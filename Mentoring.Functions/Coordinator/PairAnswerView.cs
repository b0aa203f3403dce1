using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator;

/// <param name="From">Null where they have nobody.</param>
/// <param name="To">Null where they would have nobody.</param>
public sealed record MoveView(MatchedPerson Mentee, MatchedPerson? From, MatchedPerson? To);

/// <param name="Matches">See <see cref="PairLoss"/>.</param>
public sealed record PairLossView(int Matches, bool LongestWaitLeftOut, long Points, IReadOnlyList<MoveView> Moves);

/// <summary>See <see cref="PairAnswer"/>; people with their names.</summary>
public sealed record PairAnswerView(
    string RoundId, string Basis, MatchedPerson Mentee, MatchedPerson Mentor, string Code, IReadOnlyList<string> Words,
    IReadOnlyList<ShutGate> ShutGates, long? Score, IReadOnlyList<ScorePart> Reasons, PairLossView? Loss)
{
    public static PairAnswerView Of(MatchingBasis basis, PairAnswer answer) => new(
        basis.Book.Id, basis.Name, basis.Person(answer.MenteeId), basis.Person(answer.MentorId), answer.Code, answer.ToCoordinator, answer.ShutGates, answer.Score, answer.Parts,
        answer.Loss is not { } loss ? null : new PairLossView(
            loss.Matches, loss.LongestWaitLeftOut, loss.Points,
            [.. loss.Moves.Select(move => new MoveView(basis.Person(move.MenteeId), basis.PersonOrNobody(move.From), basis.PersonOrNobody(move.To)))]));
}
