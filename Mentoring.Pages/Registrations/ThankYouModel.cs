using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Registrations;

/// <summary>Said to everybody whose registration was received, first or again: it does not tell which.</summary>
public sealed record ThankYouModel(Scheme Scheme, LocalInstant? Deadline) : PageModel<ThankYouPage>(Scheme);
