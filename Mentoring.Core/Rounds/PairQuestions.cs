using System.Globalization;
using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>Answers "why not these two" about one matching: the gates that are shut, or what it would cost the others, from the prices and one search.</summary>
public sealed class PairQuestions
{
    private readonly Pool _pool;
    private readonly Eligibility _eligibility;
    private readonly PairScore _score;
    private readonly RoundMatching _matching;
    private readonly MatchingSolution _solution;

    public PairQuestions(RoundSolution round)
    {
        var rules = round.Rules;
        (_pool, _eligibility, _score, _matching) = (round.Pool, rules.Eligibility(), new PairScore(rules), new RoundMatching(rules));
        _solution = round.Solution;
    }

    /// <exception cref="ArgumentException">The pool has no such mentee, or no such mentor.</exception>
    public PairAnswer Why(string menteeId, string mentorId)
    {
        var mentee = Position(_pool.Mentees, other => other.Id == menteeId, $"Mentee {menteeId}", nameof(menteeId));
        var mentor = Position(_pool.Mentors, other => other.Id == mentorId, $"Mentor {mentorId}", nameof(mentorId));
        var (person, other) = (_pool.Mentees[mentee], _pool.Mentors[mentor]);
        var shut = _eligibility.Gates.Where(gate => !gate.IsOpen(person, other)).Select(gate => new ShutGate(gate.Code, gate.Reason)).ToList();
        if (shut.Count == 0 && other.Places == 0)
            shut.Add(new ShutGate("no-place", "The mentor has no place."));
        if (shut.Count > 0)
            return new PairAnswer(menteeId, mentorId, "not-eligible", [.. shut.Select(gate => gate.Reason)], shut, null, [], null);

        var match = _matching.MatchOf(person, other);
        if (_solution.MentorOf[mentee] == mentor)
            return new PairAnswer(menteeId, mentorId, "matched", ["The matching has them together."], [], match.Score, match.Reasons, null);
        var together = ForcedPair.Of(_solution, mentee, mentor);
        var loss = LossOf(together);
        return new PairAnswer(
            menteeId, mentorId, together.Loss == 0 ? "drawn-by-lot" : "others-first", [WhatIsLost(together, loss), .. loss.Moves.Select(Words)], [], match.Score, match.Reasons, loss);
    }

    private PairLoss LossOf(ForcedPair together)
    {
        var moves = together.Moves.Select(move => new MentorChange(_pool.Mentees[move.Mentee].Id, IdOf(move.From), IdOf(move.To))).ToList();
        var left = together.Moves.Where(move => move.To < 0).Select(move => _pool.Mentees[move.Mentee].RoundsWaited).ToList();
        var come = together.Moves.Where(move => move.From < 0).Select(move => _pool.Mentees[move.Mentee].RoundsWaited).ToList();
        var longer = left.Count == come.Count && left.Sum() > come.Sum();
        return new PairLoss(left.Count - come.Count, longer, together.Moves.Sum(move => ScoreOf(move.Mentee, move.From) - ScoreOf(move.Mentee, move.To)), moves);
    }

    private static string WhatIsLost(ForcedPair together, PairLoss loss)
    {
        if (together.Loss == 0)
            return "An equally good matching has them together: the lot decided.";
        if (loss.Matches > 0)
            return string.Create(CultureInfo.InvariantCulture, $"To have them together, {loss.Matches} {(loss.Matches == 1 ? "mentee" : "mentees")} fewer would be matched.");
        if (loss.LongestWaitLeftOut)
            return "To have them together, somebody who has waited longer would give way to somebody who has waited less.";
        return loss.Points > 0
            ? string.Create(CultureInfo.InvariantCulture, $"To have them together, the matching would lose {loss.Points} {(loss.Points == 1 ? "point" : "points")} in all.")
            : "To have them together, there would be fewer pairs from different institutions.";
    }

    private static string Words(MentorChange move) => (move.From, move.To) switch
    {
        (null, _) => $"{move.MenteeId} would be matched with {move.To}.",
        (_, null) => $"{move.MenteeId} would lose {move.From} and have no mentor.",
        _ => $"{move.MenteeId} would move from {move.From} to {move.To}.",
    };

    private long ScoreOf(int mentee, int mentor) => mentor < 0 ? 0 : _score.Of(_pool.Mentees[mentee], _pool.Mentors[mentor]);

    private string? IdOf(int mentor) => mentor < 0 ? null : _pool.Mentors[mentor].Id;

    private static int Position<T>(IReadOnlyList<T> people, Func<T, bool> isThem, string who, string parameter)
    {
        for (var position = 0; position < people.Count; position++)
        {
            if (isThem(people[position]))
                return position;
        }

        throw new ArgumentException($"{who} is not in the pool.", parameter);
    }
}
