namespace Mentoring.Core.Rounds;

/// <summary>Where a round's matching is kept, and its figures.</summary>
/// <param name="Run">Id of the recorded input and result.</param>
/// <param name="Digest">SHA-256, hex, over both.</param>
/// <param name="Places">Mentors' places together.</param>
public sealed record MatchingRecord(string Run, string Digest, DateTimeOffset At, int Mentees, int Mentors, int Places, int Pairs, long TotalScore);
