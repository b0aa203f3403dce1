namespace Mentoring.Functions.Rounds;

/// <summary>What a look at a round found.</summary>
/// <param name="UpdateOn">The fixed date on which whoever still waits is written to.</param>
public sealed record RoundStep(RoundStage Stage, DateTimeOffset UpdateOn);

/// <summary>How far a round has come, for its clockwork.</summary>
public enum RoundStage
{
    /// <summary>Unknown, not due yet, or done.</summary>
    Nothing,
    Due,
    Matched,
    Announced,
}

/// <summary>A piece of a round's long list.</summary>
/// <param name="From">Where it begins, from 0.</param>
public sealed record Piece(string Round, int From);
