using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Schemes;

public sealed record DocumentModel(Scheme Scheme, SchemeDocument Document, string Markdown) : PageModel<DocumentPage>(Scheme);
