namespace Mentoring.Local.Durable;

/// <summary>What becomes of an event that meets only waits which were cancelled.</summary>
public enum CancelledWait
{
    /// <summary>The wait takes the event and it is lost, as observed (durabletask-dotnet#508).</summary>
    EatsNextEvent,

    /// <summary>The event is kept for the next wait, as documented.</summary>
    LeavesEventBuffered,
}
