namespace Mentoring.Pages.Layout;

/// <summary>A step on somebody's way through the scheme.</summary>
/// <param name="When">In words; null where no date is known.</param>
public sealed record Step(StepState State, string What, string? When = null);

public enum StepState
{
    Done,
    Now,
    Next,
}
