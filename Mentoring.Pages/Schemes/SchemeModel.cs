using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Schemes;

/// <summary>What the scheme is and how it works, for everybody.</summary>
/// <param name="Opens">Of the current or next window; null where none is known.</param>
/// <param name="IsOpen">Whether people can register now.</param>
public sealed record SchemeModel(Scheme Scheme, LocalInstant? Opens, LocalInstant? Deadline, bool IsOpen) : PageModel<SchemePage>(Scheme)
{
    /// <summary>What was changed because of the evaluation, the latest first.</summary>
    public IReadOnlyList<ChangeEntry> Changes { get; init; } = [];
}
