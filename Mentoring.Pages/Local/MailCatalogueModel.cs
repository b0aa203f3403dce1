using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Local;

/// <summary>Every template's name and subject.</summary>
public sealed record MailCatalogueModel(Scheme Scheme, IReadOnlyList<(string Name, string Subject)> Mails) : PageModel<MailCataloguePage>(Scheme);
