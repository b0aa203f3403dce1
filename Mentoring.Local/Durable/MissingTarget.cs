namespace Mentoring.Local.Durable;

/// <summary>What becomes of an event raised to an instance that never was or has ended; backends differ.</summary>
public enum MissingTarget
{
    Dropped,
    Throws,
}
