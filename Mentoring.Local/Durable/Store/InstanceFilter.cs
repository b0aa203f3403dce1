using Microsoft.DurableTask.Client;

namespace Mentoring.Local.Durable;

/// <summary>Which instances a query or purge is about; both ends of the time are inclusive.</summary>
/// <param name="StatusBits">A bit per status, 0 for any.</param>
internal sealed record InstanceFilter(DateTime From, DateTime To, string Prefix, int StatusBits)
{
    internal static InstanceFilter Of(
        DateTimeOffset? from, DateTimeOffset? to, IEnumerable<OrchestrationRuntimeStatus>? statuses, string? prefix = null) => new(
        from?.UtcDateTime ?? DateTime.MinValue,
        to?.UtcDateTime ?? DateTime.MaxValue,
        prefix ?? string.Empty,
        statuses?.Aggregate(0, (bits, status) => bits | (1 << (int)status)) ?? 0);
}
