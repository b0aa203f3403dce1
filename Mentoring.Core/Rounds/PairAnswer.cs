namespace Mentoring.Core.Rounds;

/// <summary>Why two people are, or are not, together in a matching.</summary>
/// <param name="Code"><c>matched</c>, <c>not-eligible</c>, <c>drawn-by-lot</c> or <c>others-first</c>.</param>
/// <param name="ToCoordinator">Sentences; they may name ids.</param>
/// <param name="ShutGates">Every gate that keeps the two apart.</param>
/// <param name="Score">Null where they are not eligible.</param>
/// <param name="Loss">What having them together would cost everybody; null where they are together or not eligible.</param>
public sealed record PairAnswer(
    string MenteeId, string MentorId, string Code, IReadOnlyList<string> ToCoordinator,
    IReadOnlyList<ShutGate> ShutGates, long? Score, IReadOnlyList<ScorePart> Parts, PairLoss? Loss);

/// <param name="Code">See <see cref="Gate"/>.</param>
public sealed record ShutGate(string Code, string Reason);

/// <summary>The best matching that has the two together, beside the one there is.</summary>
/// <param name="Matches">So many mentees fewer are matched.</param>
/// <param name="LongestWaitLeftOut">Whether somebody who has waited longer gives way to somebody who has waited less.</param>
/// <param name="Points">So much less in total score; below 0 where the score would gain, which counts for less than who is matched.</param>
/// <param name="Moves">Who changes mentor, the mentee asked about first.</param>
public sealed record PairLoss(int Matches, bool LongestWaitLeftOut, long Points, IReadOnlyList<MentorChange> Moves);

/// <summary>Somebody who would have another mentor, by ids.</summary>
/// <param name="From">Null where they have none.</param>
/// <param name="To">Null where they would have none.</param>
public sealed record MentorChange(string MenteeId, string? From, string? To);
