using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Registrations;

/// <param name="Reason">Full sentences to the person: which grades may register, and whom to ask.</param>
public sealed record NotEligibleModel(Scheme Scheme, string Reason) : PageModel<NotEligiblePage>(Scheme);
