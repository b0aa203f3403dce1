namespace Mentoring.Functions.Events;

/// <summary>How far a round's journal has been published.</summary>
/// <param name="Published">Number of the last entry that was.</param>
public sealed record EventCursor(long Published)
{
    public const string Kind = "event-cursor";
}
