using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>A row's version: the service's, and by when the row was due, so that a writer knows which pointer it moves.</summary>
internal readonly record struct RowVersion(ETag ETag, long? DueTicks)
{
    // The service's versions are instants in this dress. Undressed they are short, and may stand in an operation's name.
    private const string Before = "W/\"datetime'";
    private const string After = "'\"";

    /// <summary>Null for what was never a version of a row here: it fits none.</summary>
    public static RowVersion? Parse(string text)
    {
        if (text.Split('@') is not [{ Length: > 0 } etag, var due])
            return null;
        if (due.Length == 0)
            return new RowVersion(Dressed(etag), null);
        return long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? new RowVersion(Dressed(etag), ticks) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Undressed(ETag.ToString())}@{DueTicks}");

    private static string Undressed(string etag) =>
        etag.StartsWith(Before, StringComparison.Ordinal) && etag.EndsWith(After, StringComparison.Ordinal) && etag[Before.Length..^After.Length] is var instant && instant.All(Plain)
            ? instant
            : "~" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(etag));

    private static ETag Dressed(string text) => new(text[0] == '~' && Base64Url.IsValid(text.AsSpan(1))
        ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text.AsSpan(1)))
        : Before + text + After);

    private static bool Plain(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.' or '%' or ':';
}
