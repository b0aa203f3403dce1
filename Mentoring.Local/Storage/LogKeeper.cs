namespace Mentoring.Local.Storage;

/// <summary>Copies the write-ahead log back into its database beside the writer, who would otherwise stand still for it.</summary>
/// <remarks>While writes go on the log can't begin anew, so the writer does it after all where a burst is long: see <see cref="Longest"/>.</remarks>
internal sealed class LogKeeper(string path, Durability durability) : IDisposable
{
    /// <summary>Pages of log after which the writer copies them back itself.</summary>
    public const int Longest = 262_144;

    /// <summary>Pages of log after which they are copied back beside the writer.</summary>
    private const int Enough = 16_384;

    private readonly Lock copying = new();
    private Session? session;
    private long written;
    private int isWanted;
    private bool closed;

    /// <summary>To be called after each commit, by whoever holds the writer.</summary>
    public void Wrote(int pages)
    {
        written += pages;
        if (written < Enough || Interlocked.Exchange(ref isWanted, 1) == 1) return;
        written = 0;
        ThreadPool.UnsafeQueueUserWorkItem(static keeper => keeper.Copy(), this, preferLocal: false);
    }

    public void Dispose()
    {
        lock (copying)
        {
            closed = true;
            session?.Dispose();
        }
    }

    private void Copy()
    {
        lock (copying)
        {
            if (closed) return;
            try
            {
                session ??= new Session(path, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite, durability);
                session["PRAGMA wal_checkpoint(PASSIVE)"].Run();
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // The log keeps what is not copied, and the next time it is tried again. A disk that fails shows in the writer.
            }
        }

        Volatile.Write(ref isWanted, 0);
    }
}
