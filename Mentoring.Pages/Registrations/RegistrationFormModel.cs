using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Registrations;

/// <summary>The registration form, fresh or with what is wrong.</summary>
/// <param name="SubmissionId">Sent with the form, so that a second click is the same registration.</param>
/// <param name="Opens">When the window opened; null where anybody may register at any time.</param>
/// <param name="Deadline">When it closes; null where it never does.</param>
public sealed record RegistrationFormModel(
    Scheme Scheme,
    string SubmissionId,
    LocalInstant? Opens,
    LocalInstant? Deadline,
    FormState Form) : PageModel<RegistrationFormPage>(Scheme)
{
    /// <summary>Where the browser goes after it; our own page where empty.</summary>
    public string Redirect { get; init; } = "";

    /// <summary>Where the form posts to.</summary>
    public string Action { get; init; } = Paths.Registrations;
}
