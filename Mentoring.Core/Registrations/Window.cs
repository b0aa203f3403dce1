using Mentoring.Core.Time;

namespace Mentoring.Core.Registrations;

/// <summary>When a round takes registrations: from the opening on, before the deadline. What counts is when a form is received.</summary>
/// <param name="Enquiries">The address to write to when it is closed.</param>
/// <param name="Zone">Of the scheme's people: dates of another zone name it.</param>
public sealed record Window(LocalInstant Opens, LocalInstant Deadline, string Enquiries, string Zone)
{
    /// <summary>Without a deadline to wait for, people are matched as soon as there is somebody for them.</summary>
    public bool IsRolling => Deadline.IsNever;

    /// <summary>Why a form received at this moment is refused; null where it is in time.</summary>
    public Rejection? Refusal(DateTimeOffset received)
    {
        if (!Opens.HasPassed(received))
            return new Rejection("registration-not-open", $"Registration opens at {Opens.WordsIn(Zone)}. Please write to {Enquiries} with any question.", RejectionKind.Gone);
        if (Deadline.HasPassed(received))
            return new Rejection("registration-closed", $"Registration closed at {Deadline.WordsIn(Zone)}. Please write to {Enquiries} to ask about the next round.", RejectionKind.Gone);
        return null;
    }
}
