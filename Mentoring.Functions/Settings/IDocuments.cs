namespace Mentoring.Functions.Settings;

/// <summary>The texts of the scheme's documents.</summary>
public interface IDocuments
{
    /// <summary>Markdown of the document with this code; null where the scheme has none.</summary>
    ValueTask<string?> TextAsync(string code, CancellationToken cancellation);
}
