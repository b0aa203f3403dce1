namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>A coordinator has seen to something and set it aside; who, the journal says. The row's id is <see cref="AttentionPoint.Id"/>.</summary>
public sealed record SettledPoint(DateTimeOffset At)
{
    public const string Kind = "settled";
}
