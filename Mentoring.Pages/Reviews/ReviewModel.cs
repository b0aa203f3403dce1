using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Schemes;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Reviews;

/// <param name="Path">Of this page; the answers post to it.</param>
/// <param name="PartnerName">Null after the partner's data was erased.</param>
/// <param name="AsksToContinue">Whether the form asks, or asked, if the partnership is to go on.</param>
public sealed record ReviewModel(
    Scheme Scheme,
    string Path,
    ReviewKind Kind,
    Party Party,
    bool AsksToContinue,
    string? PartnerName,
    ReviewState State,
    FormState Form) : PageModel<ReviewPage>(Scheme)
{
    /// <summary>What was typed into a form that is taken no more, by question.</summary>
    public IReadOnlyList<(string Question, string Words)> Unsent { get; init; } = [];
}
