using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Registrations;

/// <summary>How the association puts the form into its own website.</summary>
/// <param name="Html">To be copied.</param>
/// <param name="Endpoint">Where programs post registrations to.</param>
public sealed record SnippetModel(Scheme Scheme, string Html, Uri Endpoint) : PageModel<SnippetPage>(Scheme);
