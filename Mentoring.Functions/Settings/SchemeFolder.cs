using System.Collections.Concurrent;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Settings;

/// <summary>The documents that lie beside scheme.json. Read once: new texts come with a new deployment.</summary>
public sealed class SchemeFolder(string schemeFile) : IDocuments
{
    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(schemeFile))!;
    private readonly IReadOnlyList<SchemeDocument> _documents = SchemeFile.Read(schemeFile).Documents;
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    public async ValueTask<string?> TextAsync(string code, CancellationToken cancellation)
    {
        if (_texts.TryGetValue(code, out var known))
            return known;
        if (_documents.FirstOrDefault(document => document.Code == code) is not { } document)
            return null;
        return _texts[code] = await File.ReadAllTextAsync(Path.Combine(_folder, document.File), cancellation);
    }
}
