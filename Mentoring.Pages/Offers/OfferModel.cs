using Mentoring.Core.Schemes;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Offers;

/// <summary>A mentee's offer.</summary>
/// <param name="Path">Of this page; the answer posts to it.</param>
/// <param name="Mentor">Shown while the offer is pending or accepted.</param>
/// <param name="Reasons">Why this mentor, each a short clause or sentence; the most telling first.</param>
/// <param name="TermMonths">6 or 12.</param>
/// <param name="Contrary">An answer came that contradicts the one already given.</param>
public sealed record OfferModel(
    Scheme Scheme,
    string Path,
    PersonCard Mentor,
    IReadOnlyList<string> Reasons,
    int TermMonths,
    OfferState State,
    FormState Form,
    bool Contrary = false) : PageModel<OfferPage>(Scheme);
