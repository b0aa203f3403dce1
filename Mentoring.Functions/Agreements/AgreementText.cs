using Mentoring.Core.Agreements;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Settings;

namespace Mentoring.Functions.Agreements;

/// <summary>The text that a pair signs: in the version that was in force when they were introduced, whatever has come since.</summary>
/// <remarks>A scheme that changes its text keeps the earlier one under a code of its own, such as <c>agreement-2023</c>, with its version.</remarks>
public sealed class AgreementText(Scheme scheme, IDocuments documents)
{
    /// <summary>Title and Markdown; null where the scheme no longer has that version.</summary>
    public async ValueTask<(string Title, string Markdown)?> ReadAsync(AgreementTerms terms, CancellationToken cancellation)
    {
        var document = scheme.Documents.FirstOrDefault(document => IsAgreement(document.Code) && document.Version == terms.Version);
        return document is not null && await documents.TextAsync(document.Code, cancellation) is { } text ? (document.Title, text) : null;
    }

    private static bool IsAgreement(string code) => code == SchemeDocument.Agreement || code.StartsWith(SchemeDocument.Agreement + "-", StringComparison.Ordinal);
}
