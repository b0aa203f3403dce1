using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>How the ledger's names become keys of a table, and in which ranges they lie. All keys are ASCII, without quotes, spaces and percent signs.</summary>
/// <remarks>
/// Within a partition: <c>h</c> the head, <c>r!kind!id</c> rows, <c>d!ticks!kind!id</c> what is due when, <c>j!number</c> the journal,
/// <c>o!operation</c> what was committed, <c>s!…</c> changes too large for one transaction on their way. The encoding keeps the ordinal
/// order of ids. An id whose encoding passes 400 characters (more than 80 letters beyond ASCII) is cut and told apart by its SHA-256;
/// such ids are in order as far as their first 330 characters.
/// </remarks>
internal static class TableKeys
{
    public const string Head = "h";

    /// <summary>Partition of the list of partitions; no encoded name is so.</summary>
    public const string Registry = "~~partitions";

    private const int KindRoom = 64;
    private const int IdRoom = 400;

    /// <summary>Above everything that begins alike: a tilde stands before hexadecimal digits, or twice, never three times.</summary>
    private const string Above = "~~~";

    public static string Partition(string name) => Part(name, IdRoom);

    public static string Row(string kind, string id) => $"r!{Part(kind, KindRoom)}!{Part(id, IdRoom)}";

    public static string Operation(string operation) => $"o!{Part(operation, IdRoom)}";

    public static string Due(long ticks, string kind, string id) => $"{DueAt(ticks)}!{Part(kind, KindRoom)}!{Part(id, IdRoom)}";

    public static string Entry(long number) => "j!" + number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>One try at a change that is on its way.</summary>
    public static string Stage(string trial) => $"s!{trial}";

    public static string Staged(string stage, int number) => $"{stage}!{number.ToString("D5", CultureInfo.InvariantCulture)}";

    public static (string From, string Below) AllRows => ("r!", "r!" + Above);

    public static (string From, string Below) RowsOf(string kind) => ($"r!{Part(kind, KindRoom)}!", $"r!{Part(kind, KindRoom)}!{Above}");

    /// <summary>Due at the instant or before.</summary>
    public static (string From, string Below) DueUntil(long ticks) => ("d!", DueAt(ticks) + Above);

    public static (string From, string Below) EntriesAfter(long number) => (Entry(number) + "!", "j!" + Above);

    public static (string From, string Below) AllStaged(string stage) => (stage + "!", stage + "!" + Above);

    public static (string From, string Below) AllOperations => ("o!", "o!" + Above);

    public static (string From, string Below) EverythingStaged => ("s!", "s!" + Above);

    private static string DueAt(long ticks) => "d!" + ticks.ToString("D19", CultureInfo.InvariantCulture);

    private static string Part(string text, int room)
    {
        var encoded = Encode(text);
        if (encoded.Length <= room)
            return encoded;
        var digest = "~~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.BigEndianUnicode.GetBytes(text)))[..60];
        return string.Concat(encoded.AsSpan(0, room - digest.Length - 2), digest);
    }

    /// <summary>Each unit becomes a text of its own that sorts where the unit did, and none is the beginning of another.</summary>
    private static string Encode(string text)
    {
        if (text.All(StandsForItself))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                ' ' => encoded.Append("!0"),
                '!' => encoded.Append("!1"),
                '$' => encoded.Append("$0"),
                '%' => encoded.Append("$1"),
                '&' => encoded.Append("$2"),
                '\'' => encoded.Append("$3"),
                >= '~' => encoded.Append('~').Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture)),
                _ => encoded.Append(unit),
            };
        }

        return encoded.ToString();
    }

    private static bool StandsForItself(char unit) => unit is > ' ' and < '~' and not ('!' or '$' or '%' or '&' or '\'');

}
