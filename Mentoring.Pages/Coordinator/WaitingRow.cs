using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator;

public sealed record WaitingRow(string Name, LocalInstant Since, IReadOnlyList<string> Seeks, IReadOnlyList<string> Reasons);
