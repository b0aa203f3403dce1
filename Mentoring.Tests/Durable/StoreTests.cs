using Mentoring.Local.Durable;
using Microsoft.Data.Sqlite;

namespace Mentoring.Tests.Durable;

public sealed class StoreTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("mentoring-engine-").FullName, "engine.db");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task A_newer_file_is_refused_and_left_as_it_is()
    {
        await using (Open())
        {
        }

        Run("PRAGMA user_version=99");
        var before = await File.ReadAllBytesAsync(_path);
        Assert.Contains("newer release", Assert.Throws<DurableStoreException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_path));
    }

    [Theory]
    [InlineData(false, "no database")]
    [InlineData(true, "no store of orchestrations")]
    public async Task Another_files_content_is_left_as_it_is(bool isDatabase, string reason)
    {
        if (isDatabase) Run("CREATE TABLE people (name TEXT)");
        else await File.WriteAllTextAsync(_path, string.Concat(Enumerable.Repeat("not a database at all. ", 100)));
        var before = await File.ReadAllBytesAsync(_path);
        Assert.Contains(reason, Assert.Throws<DurableStoreException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_path));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_left_as_it_is()
    {
        await using (Open())
        {
        }

        var bytes = await File.ReadAllBytesAsync(_path);
        Array.Fill(bytes, (byte)0xAA, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(_path, bytes);
        Assert.Contains("damaged", Assert.Throws<DurableStoreException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_path));
    }

    [Fact]
    public async Task One_engine_owns_the_file()
    {
        await using var first = Open();
        Assert.Contains("in use", Assert.Throws<DurableStoreException>(Open).Message, StringComparison.Ordinal);
    }

    private DurableEngine Open() => new(new Script(), new DurableOptions { Path = _path });

    private void Run(string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
