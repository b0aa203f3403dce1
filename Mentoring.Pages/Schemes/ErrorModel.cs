using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Schemes;

/// <summary>Something could not be done.</summary>
/// <param name="Status">HTTP status, which chooses the words.</param>
/// <param name="Detail">What exactly is wrong and what to do now, in full sentences; the status's own words where null.</param>
public sealed record ErrorModel(Scheme Scheme, int Status, string? Detail = null) : PageModel<ErrorPage>(Scheme)
{
    /// <summary>Where it goes on; null where no page of ours helps.</summary>
    public (string Label, string Path)? Next { get; init; }
}
