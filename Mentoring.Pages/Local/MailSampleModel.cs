using Mentoring.Core.Schemes;
using Mentoring.Pages.Mails;

namespace Mentoring.Pages.Local;

/// <summary>One template, its two parts side by side.</summary>
/// <param name="Previous">Name of the one before; null at the first.</param>
public sealed record MailSampleModel(Scheme Scheme, string Name, RenderedMail Mail, string? Previous, string? Next) : PageModel<MailSamplePage>(Scheme);
