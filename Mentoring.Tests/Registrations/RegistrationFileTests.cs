using System.Text;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Registrations;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

public class RegistrationFileTests
{
    private static readonly IReadOnlyList<string> Columns = [.. RegistrationFields.Content, "submissionId"];

    [Fact]
    public void Rows_read_as_forms_do()
    {
        var form = ValidFields.Both().With("exclude", "a@b.example", "c@d.example").With("biography", "He said: \"Plan, then plan again.\"\nTwice.");
        var (rows, faults) = Read(Csv(form, ValidFields.Mentor()));

        Assert.Empty(faults);
        Assert.Equal([2, 4], rows.Select(row => row.Line));
        Assert.Equal(["career-planning", "wellbeing"], rows[0].Form.Entry.Mentee!.Seeks);
        Assert.Equal(2, rows[0].Form.Entry.Exclude.Count);
        Assert.Equal("He said: \"Plan, then plan again.\"\nTwice.", rows[0].Form.Entry.Biography);
        Assert.Equal(Expected(form), rows[0].Form.ContentHash);

        static string Expected(FormFields fields) =>
            Assert.IsType<FormResult.Valid>(RegistrationForm.Read(fields, TestScheme.Small, DateTimeOffset.UnixEpoch)).ContentHash;
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("", "\r")]
    public void A_byte_order_mark_any_line_ends_and_blank_lines_are_fine(string start, string newLine)
    {
        var text = start + Csv(ValidFields.Mentor().With("biography", "One line.")) + "\n\n,,,\n";
        var (rows, faults) = Read(text.Replace(",,,\n", "\n", StringComparison.Ordinal).ReplaceLineEndings(newLine));

        Assert.Empty(faults);
        Assert.Equal(2, Assert.Single(rows).Line);
    }

    [Fact]
    public void A_file_of_a_spreadsheet_that_parts_cells_by_semicolons_reads_the_same()
    {
        const string head = "name;email;institution;jobTitle;biography;membershipNumber;membershipGrade;role;seeks;objectives;commitment;codeOfConduct;privacy\n";
        var (rows, faults) = Read($"{head}Tom Hughes;tom@uni.example;University;\"Planner, senior\";\"Words; and more.\";M-1;GOLD;mentee;\"wellbeing;career-planning\";Grow;yes;yes;yes\nAda Lark;ada;University;Planner;Words;M-2;GOLD;mentee;wellbeing;Grow;yes;yes;yes\n");

        Assert.Equal([(3, "email")], faults.Select(fault => (fault.Line, fault.Column)));
        var entry = Assert.Single(rows).Form.Entry;
        Assert.Equal(("Planner, senior", "Words; and more."), (entry.JobTitle, entry.Biography));
        Assert.Equal(["wellbeing", "career-planning"], entry.Mentee!.Seeks);
    }

    [Fact]
    public void Every_fault_is_told_with_its_line_and_column()
    {
        var (rows, faults) = Read(Csv(
            ValidFields.Mentor(),
            ValidFields.Mentee().With("email", "nowhere").With("seeks", "astrology"),
            ValidFields.Mentor("Ada Lark").With("capacity", "9").With("membershipGrade", "gold"),
            ValidFields.Mentor("Bo Lark").With("membershipGrade", "FELLOW"),
            ValidFields.Mentee("Cy Lark").With("biography", "One line.").With("privacy", "")));

        Assert.Equal("Maya Okafor", Assert.Single(rows).Form.Entry.Name);
        Assert.Equal([(4, "email"), (4, "seeks"), (6, "capacity"), (8, "membershipGrade"), (10, "privacy")], faults.Select(fault => (fault.Line, fault.Column)));
        Assert.Contains("“astrology” is not on the list. Choose from new-professionals", faults[1].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("line 6, column capacity: The number of mentees must be a whole number from 1 to 3", faults[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_unknown_and_double_columns_are_told_once_beside_the_faults_of_the_rows()
    {
        var (rows, faults) = Read("name,email,mail,role,role,institution,jobTitle,biography,membershipGrade,commitment,codeOfConduct,privacy\n"
            + "Ann,nowhere,x,mentor,mentor,U,J,B,GOLD,yes,yes,yes\nBo,bo@u.example,x,mentor,mentor,U,J,B,GOLD,yes,yes,yes\n");

        Assert.Empty(rows);
        Assert.Equal(
            [(1, "membershipNumber"), (1, "“mail”"), (1, "role"), (2, "email"), (2, "capacity"), (2, "offers"), (3, "capacity"), (3, "offers")],
            faults.Select(fault => (fault.Line, fault.Column)));
    }

    [Fact]
    public void The_same_person_twice_is_a_fault_even_where_other_things_are_wrong()
    {
        var (_, faults) = Read(Csv(
            ValidFields.Mentor(email: "Ann@University.example").With("submissionId", "s1"),
            ValidFields.Mentee(email: "ann@university.example.").With("submissionId", "s1").With("name", "")));

        Assert.Equal([(4, "email"), (4, "submissionId"), (4, "name")], faults.Select(fault => (fault.Line, fault.Column)));
        Assert.All(faults.Take(2), fault => Assert.Contains("on line 2", fault.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"Ann\" Lark", "name", "after a closing quote")]
    [InlineData("Ann \"Lark\"", "name", "Put the whole text in quotes")]
    [InlineData("Ann,\"ann@u.example", "email", "close every quote that is opened")]
    public void Broken_quotes_are_told_with_their_column(string start, string column, string words)
    {
        var good = Csv(ValidFields.Mentor());
        var (rows, faults) = Read(good + start + ",x\n" + Row(ValidFields.Mentee()));

        var fault = Assert.Single(faults);
        Assert.Equal((4, column), (fault.Line, fault.Column));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        // A quote that is not closed takes the next row with it, up to that row's first quote.
        Assert.Equal(column == "email" ? 1 : 2, rows.Count);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_where_it_was_opened()
    {
        var (rows, faults) = Read(Csv(ValidFields.Mentor()) + "Ann,ann@u.example,\"University\nBo,bo@u.example,University\n");

        Assert.Single(rows);
        var fault = Assert.Single(faults);
        Assert.Equal((4, "institution"), (fault.Line, fault.Column));
        Assert.Contains("never closed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_more_or_fewer_columns_than_the_header_is_a_fault()
    {
        var (rows, faults) = Read(Csv(ValidFields.Mentor().With("biography", "Short.")) + "a,b\n" + Row(ValidFields.Mentee()).TrimEnd() + ",x\n");

        Assert.Single(rows);
        Assert.Equal([(3, FileFault.WholeRow), (4, FileFault.WholeRow)], faults.Select(fault => (fault.Line, fault.Column)));
        Assert.Contains("has 2 columns where the header has 21", faults[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_a_fault(string text) =>
        Assert.Contains("empty", Assert.Single(Read(text).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_with_broken_quotes_is_the_only_fault()
    {
        var fault = Assert.Single(Read("name,\"email\nAnn,ann@u.example\n").Faults);

        Assert.Equal((1, FileFault.WholeRow), (fault.Line, fault.Column));
    }

    [Fact]
    public void Text_that_is_not_utf_8_is_told_with_its_line()
    {
        byte[] latin = [.. Encoding.UTF8.GetBytes(Csv(ValidFields.Mentor().With("biography", "Short."))), 0xE9, (byte)'\n'];

        var (rows, faults) = RegistrationFile.Read(new MemoryStream(latin), TestScheme.Small, DateTimeOffset.UnixEpoch);

        Assert.Empty(rows);
        Assert.Equal(3, Assert.Single(faults).Line);
        Assert.Contains("UTF-8", Assert.Single(RegistrationFile.Read(new MemoryStream(Encoding.Unicode.GetPreamble()), TestScheme.Small, default).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_20_MiB_is_refused_without_reading_it_all()
    {
        using var endless = new MemoryStream(new byte[RegistrationFile.MostBytes + 5_000_000], writable: false);

        var (rows, faults) = RegistrationFile.Read(endless, TestScheme.Small, DateTimeOffset.UnixEpoch);

        Assert.Empty(rows);
        Assert.Contains("at most 20 MiB", Assert.Single(faults).Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, 0, RegistrationFile.MostBytes + 100_000);
    }

    [Fact]
    public void A_file_that_is_something_else_is_not_listed_to_the_end()
    {
        var (_, faults) = Read(Csv() + string.Concat(Enumerable.Repeat("a\n", 100_000)));

        Assert.Equal(RegistrationFile.MostFaults + 1, faults.Count);
        Assert.Contains("stopped", faults[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trap_is_a_trap_in_files_too()
    {
        var (rows, faults) = Read($"website,{string.Join(',', Columns)}\nx,{Row(ValidFields.Mentor())}");

        Assert.Empty(rows);
        Assert.Equal("website", Assert.Single(faults).Column);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(424242)]
    public void Random_files_are_always_answered(int seed)
    {
        var random = new Random(seed);
        string[] pieces = [",", "\"", "\"\"", "\n", "\r\n", ";", "name", "email", "a@b.example", "\0", "é", "role", " ", Csv(), Row(ValidFields.Mentor())];
        var (rowsSeen, faultsSeen) = (0, 0);
        for (var run = 0; run < 1000; run++)
        {
            var text = (random.Next(2) == 0 ? Csv() : "") + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bytes = Encoding.UTF8.GetBytes(text);
            if (bytes.Length > 0 && random.Next(3) == 0)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var (rows, faults) = RegistrationFile.Read(new MemoryStream(bytes), TestScheme.Small, DateTimeOffset.UnixEpoch);
            var lines = 1 + bytes.Count(next => next is (byte)'\n' or (byte)'\r');
            Assert.True(faults.All(fault => fault.Line >= 1 && fault.Line <= lines && fault.Message.Length > 0), $"seed {seed}, run {run}: a fault outside the file's {lines} lines");
            Assert.True(rows.All(row => row.Line > 1 && faults.All(fault => fault.Line != row.Line)), $"seed {seed}, run {run}: a row that has a fault");
            rowsSeen += rows.Count;
            faultsSeen += faults.Count;
        }

        Assert.True(rowsSeen > 0 && faultsSeen > 0, $"seed {seed}: {rowsSeen} rows, {faultsSeen} faults");
    }

    private static (IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<FileFault> Faults) Read(string text) =>
        RegistrationFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestScheme.Small, DateTimeOffset.UnixEpoch);

    private static string Csv(params FormFields[] forms) => string.Join(',', Columns) + "\n" + string.Concat(forms.Select(Row));

    private static string Row(FormFields form) =>
        string.Join(',', Columns.Select(column => '"' + string.Join(';', form[column]).Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\n";
}
