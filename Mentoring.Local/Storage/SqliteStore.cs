using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Mentoring.Local.Storage;

/// <summary>One database file with one writer and any number of readers in this process.</summary>
/// <remarks>
/// Writes that wait while another is on its way to the disk are written together in the next transaction (group commit),
/// so the disk is asked once for all of them. A write that finds the store idle is done at once on its caller's thread:
/// alone it waits for nobody, and with one thread all is deterministic. Without durability the transaction stays open
/// over many writes, each still whole or absent, and all reads go through the writer, which alone sees them.
/// </remarks>
public sealed class SqliteStore : IDisposable
{
    private readonly string path;
    private readonly Transactions transactions;
    private readonly Session writer;
    private readonly LogKeeper? keeper;
    private readonly Lock writing = new();
    private readonly ConcurrentQueue<PendingWrite> waiting = new();
    private readonly ConcurrentBag<Session> readers = [];
    private int grouping;
    private bool closed;

    private SqliteStore(string path, Durability durability)
    {
        this.path = path;
        Durability = durability;
        writer = new Session(path, SqliteOpenMode.ReadWriteCreate, durability);
        transactions = new Transactions(writer, durability);
        keeper = durability == Durability.Full ? new LogKeeper(path, durability) : null;
    }

    public Durability Durability { get; }

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="DatabaseRefusedException">The file is damaged, foreign or newer; it is left as it was.</exception>
    public static SqliteStore Open(string path, DatabaseSchema schema, Durability durability)
    {
        SqliteLibrary.Load();
        DatabaseCheck.Pass(path, schema);
        var store = new SqliteStore(path, durability);
        try
        {
            store.Migrate(schema);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Runs the work in a transaction; answers once it is committed. Work that throws leaves nothing behind.</summary>
    /// <param name="committed">Called with the answer before it is given, in the order of commits; must be quick and not fail.</param>
    internal ValueTask<T> WriteAsync<T>(Func<Session, T> work, Action<T>? committed = null)
    {
        if (Volatile.Read(ref grouping) == 0 && writing.TryEnter())
        {
            try
            {
                ObjectDisposedException.ThrowIf(closed, this);
                var answer = transactions.Write(work);
                keeper?.Wrote(writer.PagesWritten());
                committed?.Invoke(answer);
                return new ValueTask<T>(answer);
            }
            catch (Exception fault)
            {
                return ValueTask.FromException<T>(fault);
            }
            finally
            {
                writing.Exit();
            }
        }

        var write = new PendingWrite<T>(work, committed);
        waiting.Enqueue(write);
        if (Interlocked.Exchange(ref grouping, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(static store => store.WriteWaiting(), this, preferLocal: false);
        return new ValueTask<T>(write.Answered);
    }

    /// <summary>Runs a read that sees every commit answered before. Must not write.</summary>
    internal T Read<T>(Func<Session, T> work)
    {
        // The writer's own pages are warm; another connection has to find them again after each commit.
        if (writing.TryEnter(Durability == Durability.None ? Timeout.Infinite : 0))
        {
            try
            {
                ObjectDisposedException.ThrowIf(closed, this);
                return work(writer);
            }
            finally
            {
                writing.Exit();
            }
        }

        if (!readers.TryTake(out var reader)) reader = new Session(path, SqliteOpenMode.ReadOnly, Durability);
        try
        {
            return work(reader);
        }
        finally
        {
            if (Volatile.Read(ref closed)) reader.Dispose();
            else readers.Add(reader);
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            if (closed) return;
            Volatile.Write(ref closed, true);
            while (readers.TryTake(out var reader)) reader.Dispose();
            transactions.End();
            keeper?.Dispose();
            writer.Dispose();
        }
    }

    private void WriteWaiting()
    {
        var group = new List<PendingWrite>();
        while (true)
        {
            lock (writing)
            {
                while (waiting.TryDequeue(out var write)) group.Add(write);
                if (closed) group.ForEach(static write => write.Fail(new ObjectDisposedException(nameof(SqliteStore))));
                else if (group.Count > 0) transactions.Write(group);
                if (group.Count > 0 && !closed) keeper?.Wrote(writer.PagesWritten());
                group.Clear();
            }

            if (!waiting.IsEmpty) continue;
            Interlocked.Exchange(ref grouping, 0);
            // A write that came in between saw the flag still up and relies on this look.
            if (waiting.IsEmpty || Interlocked.Exchange(ref grouping, 1) == 1) return;
        }
    }

    private void Migrate(DatabaseSchema schema)
    {
        var version = (int)(writer["PRAGMA user_version"].Number() ?? 0);
        if (version == schema.Version) return;
        transactions.Write(session =>
        {
            foreach (var step in schema.Steps.Skip(version)) session.Execute(step);
            session.Execute($"PRAGMA application_id={schema.ApplicationId}; PRAGMA user_version={schema.Version}");
            return schema.Version;
        });
    }
}
