using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>An answer of the service: a status, and the version of what was written.</summary>
internal sealed class TableAnswer(int status, ETag? etag = null, IReadOnlyDictionary<string, string>? headers = null) : Response
{
    private readonly Dictionary<string, string> _headers = new(headers ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);

    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name.Equals("ETag", StringComparison.OrdinalIgnoreCase) ? etag?.ToString() : _headers.GetValueOrDefault(name);
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
