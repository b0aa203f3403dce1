using Mentoring.Core.Agreements;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Settings;

namespace Mentoring.Functions.Agreements;

/// <summary>The text that a pair signs: in the version that was in force when they were introduced, whatever has come since.</summary>
public sealed class AgreementText(Scheme scheme, IDocuments documents)
{
    /// <summary>Title and Markdown; null where the scheme no longer has that version.</summary>
    public async ValueTask<(string Title, string Markdown)?> ReadAsync(AgreementTerms terms, CancellationToken cancellation) =>
        scheme.AgreementOf(terms.Version) is { } document && await documents.TextAsync(document.Code, cancellation) is { } text ? (document.Title, text) : null;
}
