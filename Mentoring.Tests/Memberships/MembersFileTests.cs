using System.Text;
using Mentoring.Functions.Memberships;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Memberships;

public sealed class MembersFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Members_are_found_by_their_number_whatever_the_order_of_columns()
    {
        var (members, faults) = Read("grade,standing,number\n\"GOLD, old\",current,M-1\r\n,lapsed, m-2 \n\n");

        Assert.Empty(faults);
        Assert.Equal(new MembershipRecord.Member(true, "GOLD, old"), members["m-1"]);
        Assert.Equal(new MembershipRecord.Member(false, null), members["M-2"]);
    }

    [Theory]
    [InlineData("", "line 1, column (whole file): The file is empty. Its first line names the columns number,standing,grade.")]
    [InlineData("number,grade\nM-1,GOLD\n", "line 1, column standing: The column is missing. Columns are number, standing, grade.")]
    [InlineData("number,standing,colour\n", "line 1, column “colour”: There is no such column. Columns are number, standing, grade.")]
    [InlineData("number,standing,number\n", "line 1, column number: The column is there more than once.")]
    [InlineData("number,standing\nM-1,current\nM-2\n", "line 3, column (whole row): The row has 1 columns where the header has 2.")]
    [InlineData("number,standing\n,current\n", "line 2, column number: A membership number has 1 to 60 characters.")]
    [InlineData("number,standing\nM-1,paid\n", "line 2, column standing: Allowed are current and lapsed.")]
    [InlineData("number,standing\nM-1,current\nm-1,lapsed\n", "line 3, column number: This number is already in the file. Give each once.")]
    [InlineData("number,standing\n\"M-1,current\n", "line 2, column (whole row): The quotes are not in order. Close every quote that is opened, and write a quote inside a quoted text twice.")]
    public void A_fault_is_named_with_its_line_and_column(string text, string fault) => Assert.Equal([fault], Read(text).Faults.Select(found => found.ToString()));

    [Fact]
    public void What_is_not_text_is_refused()
    {
        using var stream = new MemoryStream([.. "number,standing\nM-1,"u8, 0xFF, 0xFE]);

        Assert.Contains("UTF-8", Assert.Single(MembersFile.Read(stream).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_read_again_and_a_faulty_one_changes_nothing()
    {
        var file = Write("number,standing\nM-1,current\n", hour: 1);
        var records = new MembersOnFile(file, NullLogger<MembersOnFile>.Instance);
        Assert.Equal(new MembershipRecord.Member(true, null), await records.FindAsync(" M-1", default));
        Assert.Equal(new MembershipRecord.NoMember(), await records.FindAsync("M-2", default));

        Write("number,standing\nM-1,lapsed\n", hour: 2);
        Assert.Equal(new MembershipRecord.Member(false, null), await records.FindAsync("M-1", default));

        Write("number,standing\nM-1,perhaps\n", hour: 3);
        Assert.Equal(new MembershipRecord.Member(false, null), await records.FindAsync("M-1", default));

        File.Delete(file);
        Assert.Equal(new MembershipRecord.Member(false, null), await records.FindAsync("M-1", default));
    }

    private string Write(string text, int hour)
    {
        var file = _folder.File("members.csv");
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, new DateTime(2024, 9, 1, hour, 0, 0, DateTimeKind.Utc));
        return file;
    }

    private static (IReadOnlyDictionary<string, MembershipRecord> Members, IReadOnlyList<Functions.Registrations.FileFault> Faults) Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return MembersFile.Read(stream);
    }
}
