using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>How far the import of an uploaded file has come. The row's id is the file's.</summary>
/// <param name="Done">Rows that were worked on, in the order of the file; the import goes on behind them, whatever became of whoever worked.</param>
/// <param name="All">Rows of the file that are right.</param>
/// <param name="Refused">The first of those that were not taken.</param>
/// <param name="MoreRefused">How many there are beyond those.</param>
/// <param name="EndedAt">Null while it runs.</param>
public sealed record ImportProgress(int Done, int All, IReadOnlyList<RefusedRow> Refused, int MoreRefused, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
{
    public const string Kind = "import";

    /// <summary>A row of the ledger, and a page, hold no more.</summary>
    private const int MostRefused = 150;

    public bool IsRunning => EndedAt is null;

    public int Taken => Done - Refused.Count - MoreRefused;

    /// <param name="rows">So many more were worked on.</param>
    /// <param name="refused">Of them, in order.</param>
    public ImportProgress After(int rows, IReadOnlyList<RefusedRow> refused, DateTimeOffset now)
    {
        var listed = Refused.Concat(refused).Take(MostRefused).ToList();
        var done = Done + rows;
        return this with { Done = done, Refused = listed, MoreRefused = MoreRefused + Refused.Count + refused.Count - listed.Count, EndedAt = done >= All ? now : null };
    }

    /// <summary>It ends here, with whoever was taken so far.</summary>
    public ImportProgress BrokenOff(string why, DateTimeOffset now) => (this with { All = Done + 1 }).After(1, [new RefusedRow(0, FileFault.WholeFile, why)], now);

    public static RowKey Key(string round, string file) => new(round, Kind, file);
}

/// <summary>A row that was right by itself and could not be taken.</summary>
/// <param name="Line">Of the file, from 1.</param>
public sealed record RefusedRow(int Line, string Column, string Words);
