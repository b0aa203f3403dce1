using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Registrations;

/// <summary>No registration now.</summary>
/// <param name="Closed">When the last window closed.</param>
/// <param name="Opens">When the next one opens, where it is known.</param>
/// <param name="WasLate">Somebody just sent a form that came too late.</param>
public sealed record RegistrationClosedModel(Scheme Scheme, LocalInstant? Closed, LocalInstant? Opens, bool WasLate = false)
    : PageModel<RegistrationClosedPage>(Scheme);
