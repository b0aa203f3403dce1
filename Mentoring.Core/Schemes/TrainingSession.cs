using Mentoring.Core.Time;

namespace Mentoring.Core.Schemes;

/// <summary>An induction or a training. Its date goes out with a match.</summary>
/// <param name="Place">A room or an address on the web.</param>
public sealed record TrainingSession(string Title, LocalInstant At, string Place, TrainingFor For)
{
    public bool IsFor(bool mentor) => For == TrainingFor.Everybody || (For == TrainingFor.Mentors) == mentor;
}

public enum TrainingFor
{
    Everybody,
    Mentors,
    Mentees,
}
