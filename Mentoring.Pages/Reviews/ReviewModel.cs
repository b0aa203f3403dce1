using Mentoring.Core.Partnerships;
using Mentoring.Core.Reviews;
using Mentoring.Core.Schemes;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Reviews;

/// <param name="Path">Of this page; the answers post to it.</param>
public sealed record ReviewModel(
    Scheme Scheme,
    string Path,
    ReviewKind Kind,
    PartnerRole Role,
    string PartnerName,
    ReviewState State,
    FormState Form) : PageModel<ReviewPage>(Scheme);
