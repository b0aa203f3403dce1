using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mentoring.Local.Storage;

/// <summary>Looks at a database file before anything may write to it.</summary>
internal static class DatabaseCheck
{
    private const int HeaderBytes = 100;
    private const int VersionOffset = 60;
    private const int ApplicationOffset = 68;

    /// <summary>Passes where the file is absent, empty, or whole and ours.</summary>
    /// <exception cref="DatabaseRefusedException">Damaged, foreign or newer. Neither the file nor its write-ahead log is changed.</exception>
    public static void Pass(string path, DatabaseSchema schema)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return;
        CheckHeader(path, schema);
        try
        {
            using var connection = OpenToLook(path);
            CheckOwner(path, schema, Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"), Number(connection, "SELECT count(*) FROM sqlite_master"));
            var verdict = Scalar(connection, "PRAGMA quick_check(1)");
            if (verdict != "ok") throw Damaged(path, schema, verdict);
        }
        catch (SqliteException fault)
        {
            throw Damaged(path, schema, fault.Message, fault);
        }
    }

    private static void CheckHeader(string path, DatabaseSchema schema)
    {
        var header = new byte[HeaderBytes];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || !header.AsSpan().StartsWith("SQLite format 3\0"u8))
                throw Damaged(path, schema, "it is not a SQLite database");
        }

        // Read here too, because a newer format may be one that this SQLite can't open at all.
        var version = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(VersionOffset));
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationOffset)) == schema.ApplicationId && version > schema.Version)
            throw Newer(path, schema, version);
    }

    private static void CheckOwner(string path, DatabaseSchema schema, long application, long version, long tables)
    {
        // A file left by a start that was killed before its first transaction belongs to nobody yet.
        if (application == 0 && version == 0 && tables == 0) return;
        if (application != schema.ApplicationId)
            throw new DatabaseRefusedException($"{path} is a database of another program, not a {schema.Name}. It was left as it is. Choose another data folder.");
        if (version > schema.Version) throw Newer(path, schema, version);
    }

    private static SqliteConnection OpenToLook(string path)
    {
        // With a write-ahead log its pages count too, so SQLite has to join them; without one the file is the whole truth
        // and can be read without even a lock.
        var log = new FileInfo(path + "-wal");
        var source = log.Exists && log.Length > 0
            ? path
            : new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static long Number(SqliteConnection connection, string sql) => long.Parse(Scalar(connection, sql), CultureInfo.InvariantCulture);

    private static string Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    private static DatabaseRefusedException Damaged(string path, DatabaseSchema schema, string fault, Exception? inner = null) =>
        new($"{path} is damaged and can't be used as a {schema.Name}: {fault}. It was left as it is. Put a copy from a backup in its place, or choose another data folder.", inner);

    private static DatabaseRefusedException Newer(string path, DatabaseSchema schema, long version) =>
        new($"{path} was written by a newer version of this program (format {version}, this one knows up to {schema.Version}). It was left as it is. Use the newer program, or choose another data folder.");
}
