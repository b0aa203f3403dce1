using System.Globalization;
using Mentoring.Local.Storage;
using Microsoft.Data.Sqlite;

namespace Mentoring.Local.Durable;

/// <summary>Opens the engine's file: a new one gets its tables, a foreign, newer or damaged one is left as it is.</summary>
internal static class Schema
{
    private const int Version = 1;

    /// <summary>"MDur" as SQLite's application_id.</summary>
    private const int ApplicationId = 0x4D447572;

    private const string Tables = """
        CREATE TABLE instances (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
            version TEXT NOT NULL, execution INTEGER NOT NULL, turns INTEGER NOT NULL, status INTEGER NOT NULL,
            input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
            parent TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER) WITHOUT ROWID;
        CREATE INDEX children ON instances (parent) WHERE parent IS NOT NULL;
        CREATE TABLE history (
            instance TEXT NOT NULL, turn INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (instance, turn)) WITHOUT ROWID;
        CREATE TABLE messages (
            number INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER NOT NULL, visible INTEGER NOT NULL, event TEXT NOT NULL);
        CREATE TABLE activities (
            number INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT NOT NULL, version TEXT NOT NULL, input TEXT);
        CREATE TABLE counter (next INTEGER NOT NULL);
        INSERT INTO counter VALUES (1);
        """;

    /// <exception cref="DurableStoreException">The file is no such store, is damaged, is newer, or is in use.</exception>
    internal static SqliteConnection Open(string? path, Durability durability)
    {
        SqliteLibrary.Load();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path ?? ":memory:",
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            Prepare(connection, path, durability);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new DurableStoreException(exception.SqliteErrorCode switch
            {
                5 or 6 => $"{path} is in use by another process: one engine owns the file.",
                11 or 26 => $"{path} is damaged or no database, and was left as it is.",
                _ => $"{path} cannot be opened: {exception.Message}",
            }, exception);
        }
        catch (DurableStoreException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string? path, Durability durability)
    {
        // Asked before anything that writes.
        var tables = Ask(connection, "SELECT count(*) FROM sqlite_schema");
        var (id, version) = (Ask(connection, "PRAGMA application_id"), Ask(connection, "PRAGMA user_version"));
        if (tables > 0 && id != ApplicationId) throw new DurableStoreException($"{path} is no store of orchestrations, and was left as it is.");
        if (version > Version)
            throw new DurableStoreException($"{path} was written by a newer release (format {version}, this one knows {Version}), and was left as it is.");
        if (tables > 0 && Say(connection, "PRAGMA quick_check(1)") is var verdict && verdict != "ok")
            throw new DurableStoreException($"{path} is damaged ({verdict}), and was left as it is.");

        Do(connection, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY");
        Do(connection, durability == Durability.Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF; PRAGMA cache_size=-65536");
        if (tables == 0)
            Do(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version}; COMMIT");
        else
            Do(connection, "BEGIN IMMEDIATE; COMMIT");
    }

    private static long Ask(SqliteConnection connection, string sql) =>
        long.Parse(Say(connection, sql), CultureInfo.InvariantCulture);

    private static string Say(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? string.Empty;
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
