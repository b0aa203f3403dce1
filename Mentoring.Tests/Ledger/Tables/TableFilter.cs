using System.Text.RegularExpressions;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>The one filter that the ledger uses: a range of rows in a partition.</summary>
internal sealed partial record TableFilter(string Partition, string From, string Below)
{
    public static TableFilter Parse(string text)
    {
        var range = Range().Match(text);
        Assert.True(range.Success, $"The in-memory table cannot read this filter: {text}");
        return new TableFilter(Literal(range, "partition"), Literal(range, "from"), Literal(range, "below"));
    }

    private static string Literal(Match match, string name) => match.Groups[name].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex("^PartitionKey eq '(?<partition>([^']|'')*)' and RowKey ge '(?<from>([^']|'')*)' and RowKey lt '(?<below>([^']|'')*)'$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
