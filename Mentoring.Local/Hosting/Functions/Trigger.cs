using Mentoring.Local.Hosting.Timers;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>What makes a function run.</summary>
internal abstract record Trigger
{
    private Trigger() { }

    /// <param name="Methods">Empty means all.</param>
    public sealed record Http(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level) : Trigger;

    /// <param name="Monitored">Whether an occurrence missed while the host was down is made up for.</param>
    public sealed record Timer(NcrontabSchedule Schedule, bool OnStart, bool Monitored) : Trigger;

    public sealed record Queue(string Name) : Trigger;

    public sealed record Orchestration : Trigger;

    public sealed record Activity : Trigger;
}
