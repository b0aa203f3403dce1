using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>The filters that the ledger uses: a range of rows in a partition, and of these whatever was written before an instant.</summary>
internal sealed partial record TableFilter(string Partition, string From, string Below, DateTimeOffset? Before)
{
    public static TableFilter Parse(string text)
    {
        var range = Range().Match(text);
        Assert.True(range.Success, $"The in-memory table cannot read this filter: {text}");
        return new TableFilter(
            Literal(range, "partition"), Literal(range, "from"), Literal(range, "below"),
            range.Groups["before"].Success ? DateTimeOffset.Parse(range.Groups["before"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);
    }

    private static string Literal(Match match, string name) => match.Groups[name].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex("^PartitionKey eq '(?<partition>([^']|'')*)' and RowKey ge '(?<from>([^']|'')*)' and RowKey lt '(?<below>([^']|'')*)'( and Timestamp lt datetime'(?<before>[^']*)')?$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
