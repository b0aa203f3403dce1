using System.Security.Cryptography;
using System.Text;
using Mentoring.Functions.Ledger;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;
using Microsoft.Data.Sqlite;

namespace Mentoring.Tests.Ledger;

public sealed class SqliteRefusalTests : IDisposable
{
    private readonly TestFolder folder = new();

    public SqliteRefusalTests() => SQLitePCL.Batteries_V2.Init();

    private string Database => folder.File("mentoring.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_refused_untouched()
    {
        foreach (var content in new[] { "x", "SQLite format 3", "round,name\n" + new string('a', 5000) })
        {
            File.WriteAllText(Database, content);
            Refused("damaged");
        }
    }

    [Fact]
    public async Task A_database_with_a_torn_page_is_refused_untouched()
    {
        await Fill();
        using (var file = new FileStream(Database, FileMode.Open))
        {
            file.Position = 4096 * 3;
            file.Write(RandomNumberGenerator.GetBytes(4096 * 4));
        }

        Refused("damaged");
    }

    [Fact]
    public async Task A_truncated_database_is_refused_untouched()
    {
        await Fill();
        using (var file = new FileStream(Database, FileMode.Open)) file.SetLength(file.Length / 2);
        Refused("damaged");
    }

    [Fact]
    public async Task A_newer_database_is_refused_untouched()
    {
        await Fill();
        Alter("PRAGMA user_version=3");
        Refused("newer version of this program (format 3, this one knows up to 2)");
    }

    [Fact]
    public async Task A_newer_version_that_stands_only_in_the_log_is_refused_untouched()
    {
        await Fill();
        var kept = folder.File("kept");
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA user_version=3");
            File.Copy(Database, kept);
            File.Copy(Database + "-wal", kept + "-wal");
        }

        File.Move(kept, Database, overwrite: true);
        File.Move(kept + "-wal", Database + "-wal", overwrite: true);
        Refused("format 3");
    }

    [Fact]
    public void Another_programs_database_is_refused_untouched()
    {
        Alter("CREATE TABLE theirs (x)");
        Refused("another program");
    }

    [Fact]
    public async Task A_database_in_a_folder_with_odd_characters_is_opened_again()
    {
        var odd = Directory.CreateDirectory(folder.File("100% né #1?")).FullName;
        for (var time = 0; time < 2; time++)
        {
            using var store = SqliteStore.Open(Path.Combine(odd, "mentoring.db"), MentoringDatabase.Schema, Durability.Process);
            await new SqliteLedger(store).CheckAsync(default);
        }

        Assert.True(File.Exists(Path.Combine(odd, "mentoring.db")));
    }

    [Fact]
    public void A_start_that_was_killed_before_its_first_transaction_is_no_obstacle()
    {
        Alter("PRAGMA journal_mode=WAL");
        using var store = SqliteStore.Open(Database, MentoringDatabase.Schema, Durability.Process);
    }

    private void Refused(string reason)
    {
        var before = Fingerprint();
        var refusal = Assert.Throws<DatabaseRefusedException>(() => SqliteStore.Open(Database, MentoringDatabase.Schema, Durability.Full));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Database, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Fingerprint());
    }

    /// <summary>Names and bytes of the database and its log. The log's index is rebuilt by whoever reads and holds nothing.</summary>
    private string Fingerprint() => string.Join(
        '\n',
        Directory.EnumerateFiles(folder.Path).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal)).Order()
            .Select(path => path + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))));

    private async Task Fill()
    {
        using var store = SqliteStore.Open(Database, MentoringDatabase.Schema, Durability.Process);
        var ledger = new SqliteLedger(store);
        var json = new StringBuilder().Insert(0, "row ", 400).ToString();
        for (var number = 0; number < 60; number++)
            await ledger.CommitAsync(new("round-1", $"op-{number}", [new RowWrite.Insert(new("round-1", "offer", $"{number}"), json)], []), default);
    }

    private void Alter(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        Run(connection, sql);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
