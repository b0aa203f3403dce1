using System.Globalization;
using System.Text;
using CsvHelper;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Functions.Registrations;

/// <summary>Reads a CSV file of registrations: the rows that are right, and every fault of the others with its line and column.</summary>
/// <remarks>
/// Separated by commas, or by semicolons, as spreadsheets do where the comma stands in numbers; quoted as in RFC 4180, UTF-8 with or without a byte
/// order mark. Headers are the form's field names.
/// </remarks>
public sealed class RegistrationFile
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Faults are listed up to here; a file with more is not what it seems to be.</summary>
    public const int MostFaults = 1000;

    private readonly List<RegistrationRow> _rows = [];
    private readonly List<FileFault> _faults = [];
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _submissions = new(StringComparer.Ordinal);
    private readonly Scheme _scheme;
    private readonly DateTimeOffset _now;

    private RegistrationFile(Scheme scheme, DateTimeOffset now) => (_scheme, _now) = (scheme, now);

    /// <param name="now">When the file was received: the time of the declarations in it.</param>
    public static (IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<FileFault> Faults) Read(Stream stream, Scheme scheme, DateTimeOffset now)
    {
        var file = new RegistrationFile(scheme, now);
        if (RegistrationFileText.Read(stream, file._faults.Add) is { } text)
            file.ReadRecords(text);
        return (file._rows, file._faults);
    }

    private void ReadRecords(ReadOnlyMemory<byte> text)
    {
        CsvMalformedRecord? malformed = null;
        var separator = SeparatorOf(text.Span);
        var options = new CsvReaderOptions { Separator = separator, HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = found => malformed = found };
        using var csv = CsvReader.Create(text, options);
        RegistrationHeader? header = null;
        while (csv.Read() && _faults.Count < MostFaults)
        {
            var line = checked((int)csv.LineNumber);
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            if (malformed is { } broken)
                _faults.Add(new FileFault(line, header?.NameOf(ColumnOf(broken, csv.ByteOffset, separator)) ?? FileFault.WholeRow, Words(broken.Reason)));
            else if (header is not null)
                ReadRow(header, line, cells);
            // Without a header that can be read no column has a name, so nothing below it can be judged.
            if (header is null && malformed is not null)
                return;
            header ??= new RegistrationHeader(cells, line, _faults.Add);
            malformed = null;
        }

        if (header is null)
            _faults.Add(new FileFault(1, FileFault.WholeFile, $"The file is empty. Its first line names the columns {string.Join(",", Field.Required)}."));
        else if (_faults.Count >= MostFaults)
            _faults.Add(new FileFault(checked((int)csv.LineNumber), FileFault.WholeFile, "The file has more faults; reading stopped here."));
    }

    private void ReadRow(RegistrationHeader header, int line, IReadOnlyList<string> cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
            return;
        if (cells.Count != header.Count)
        {
            _faults.Add(new FileFault(line, FileFault.WholeRow, string.Create(CultureInfo.InvariantCulture,
                $"The row has {cells.Count} columns where the header has {header.Count}. Put texts with commas in quotes.")));
            return;
        }

        var fields = header.Fields(cells);
        var isNew = IsNew(fields, line);
        switch (RegistrationForm.Read(fields, _scheme, _now))
        {
            case FormResult.Valid form when isNew && Field.Required.All(name => !header.Lacks(name)):
                _rows.Add(new RegistrationRow(line, fields, form));
                break;
            case FormResult.Invalid invalid:
                foreach (var (field, sentences) in invalid.Errors.Where(error => !header.Lacks(error.Key)))
                    _faults.AddRange(sentences.Select(sentence => new FileFault(line, field, sentence)));
                break;
            case FormResult.NotEligible refusal:
                _faults.Add(new FileFault(line, Field.MembershipGrade, refusal.Reason));
                break;
            case FormResult.Trapped:
                _faults.Add(new FileFault(line, Field.Website, "This column is a trap for robots and must stay empty."));
                break;
        }
    }

    private bool IsNew(FormFields fields, int line)
    {
        var person = EmailAddress.TryParse(fields.First(Field.Email), out var address) ? address.Person : "";
        var isNewPerson = IsFirst(_people, person, line, Field.Email, "This person is already in the file");
        var isNewSubmission = IsFirst(_submissions, fields.First(Field.SubmissionId)?.Trim() ?? "", line, Field.SubmissionId, "This id is already in the file");
        return isNewPerson && isNewSubmission;
    }

    private bool IsFirst(Dictionary<string, int> seen, string key, int line, string column, string words)
    {
        if (key.Length == 0 || seen.TryAdd(key, line))
            return true;
        _faults.Add(new FileFault(line, column, string.Create(CultureInfo.InvariantCulture, $"{words}, on line {seen[key]}. Give each once.")));
        return false;
    }

    /// <summary>No name of a column has either sign in it, so the first line tells.</summary>
    private static char SeparatorOf(ReadOnlySpan<byte> text)
    {
        var header = text.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0 ? text[..end] : text;
        return header.Contains((byte)';') && !header.Contains((byte)',') ? ';' : ',';
    }

    /// <summary>The column in which the quoting broke: as many as the record has up to there.</summary>
    private static int ColumnOf(CsvMalformedRecord broken, long start, char separator)
    {
        var record = Encoding.UTF8.GetBytes(broken.RawRecord);
        var length = (int)Math.Clamp(broken.ByteOffset - start, 0, record.Length);
        using var before = CsvReader.Create(record.AsMemory(0, length), new CsvReaderOptions { Separator = separator, HasHeader = false });
        return before.Read() ? before.FieldCount - 1 : 0;
    }

    private static string Words(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "A quote is opened and never closed.",
        CsvMalformedReason.TextAfterClosingQuote => "There is text after a closing quote. Write a quote inside a quoted text twice, and close every quote that is opened.",
        _ => "A quote stands inside a text that is not quoted. Put the whole text in quotes and write the quote in it twice.",
    };
}
