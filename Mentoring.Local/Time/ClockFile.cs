using System.Globalization;
using System.Text;

namespace Mentoring.Local.Time;

/// <summary>One line in the data folder: how far the clock has come, how far it was moved, and whether all due by then is done.</summary>
/// <remarks>Written in place and of one length, so that a killed process leaves the old line or the new one.</remarks>
internal sealed class ClockFile : IDisposable
{
    public const string FileName = "clock";

    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    private const string Quiet = "quiet  ";
    private const string Working = "working";
    private const int OffsetWidth = 20;
    private const int Length = 28 + 1 + OffsetWidth + 1 + 7 + 1;

    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle handle;

    /// <exception cref="InvalidDataException">The file holds no such line.</exception>
    public ClockFile(string folder)
    {
        var path = Path.Combine(folder, FileName);
        Last = File.Exists(path) && new FileInfo(path).Length > 0 ? Parse(path, File.ReadAllText(path)) : null;
        handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>What the run before left; null where there was none.</summary>
    public Mark? Last { get; }

    public void Write(Mark mark)
    {
        Span<byte> line = stackalloc byte[Length];
        line.Fill((byte)' ');
        mark.Reached.UtcDateTime.TryFormat(line, out _, InstantFormat, CultureInfo.InvariantCulture);
        mark.Offset.Ticks.TryFormat(line[29..], out _, default, CultureInfo.InvariantCulture);
        Encoding.ASCII.GetBytes(mark.Done ? Quiet : Working, line[^8..]);
        line[^1] = (byte)'\n';
        RandomAccess.Write(handle, line, 0);
    }

    public void Dispose() => handle.Dispose();

    private static Mark Parse(string path, string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var reached, var offset, var state]
            && DateTimeOffset.TryParseExact(reached, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && long.TryParse(offset, CultureInfo.InvariantCulture, out var ticks)
            && state is "quiet" or "working")
            return new Mark(instant, TimeSpan.FromTicks(ticks), state == "quiet");
        throw new InvalidDataException($"{path} must hold one line: an instant such as 2024-09-30T11:00:00.0000000Z, a number of ticks, and quiet or working. Delete it to start from the machine's clock.");
    }

    /// <param name="Reached">Where the clock stood.</param>
    /// <param name="Offset">How far it was ahead of the machine's clock; zero in virtual time.</param>
    /// <param name="Done">Whether all that was due then is done.</param>
    public sealed record Mark(DateTimeOffset Reached, TimeSpan Offset, bool Done);
}
