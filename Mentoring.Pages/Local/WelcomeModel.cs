using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Local;

/// <summary>Stands for the association's website on one machine.</summary>
/// <param name="Now">By the local host's clock.</param>
/// <param name="Registered">How many are registered in the current round.</param>
/// <param name="Notice">What just happened.</param>
public sealed record WelcomeModel(
    Scheme Scheme,
    LocalInstant Now,
    LocalInstant? Opens,
    LocalInstant? Deadline,
    bool IsOpen,
    int Registered,
    int Mails,
    string? Notice = null) : PageModel<WelcomePage>(Scheme);
