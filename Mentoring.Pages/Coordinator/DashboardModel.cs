using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator;

/// <param name="Actions">How many times a coordinator has had to act so far.</param>
public sealed record DashboardModel(
    Scheme Scheme,
    LocalInstant Now,
    IReadOnlyList<RoundSummary> Rounds,
    IReadOnlyList<AttentionItem> NeedsAttention,
    int Actions) : PageModel<DashboardPage>(Scheme);
