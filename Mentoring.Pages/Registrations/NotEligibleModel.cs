using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Registrations;

/// <param name="Reason">A full sentence, to the person.</param>
public sealed record NotEligibleModel(Scheme Scheme, string Reason) : PageModel<NotEligiblePage>(Scheme);
