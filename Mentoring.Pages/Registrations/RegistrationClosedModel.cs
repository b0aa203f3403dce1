using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Registrations;

/// <summary>No registration now.</summary>
/// <param name="Closed">When the last window closed.</param>
/// <param name="Opens">When the next one opens, where it is known.</param>
/// <param name="WasSent">Somebody just sent a form, which came too late or too early.</param>
public sealed record RegistrationClosedModel(Scheme Scheme, LocalInstant? Closed, LocalInstant? Opens, bool WasSent = false)
    : PageModel<RegistrationClosedPage>(Scheme)
{
    /// <summary>What they had typed.</summary>
    public FormState Form { get; init; } = FormState.Empty;
}
