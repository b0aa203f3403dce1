using Mentoring.Core.Time;

namespace Mentoring.Core.Schemes;

/// <summary>Reads <c>training</c>: inductions and trainings with their dates.</summary>
internal static class TrainingReader
{
    private static readonly Dictionary<string, TrainingFor> Readers = new()
    {
        ["everybody"] = TrainingFor.Everybody,
        ["mentors"] = TrainingFor.Mentors,
        ["mentees"] = TrainingFor.Mentees,
    };

    public static IReadOnlyList<TrainingSession> Read(SettingsSection root, string zone) =>
        [.. root.Sections("training", session => Session(session, zone)).OfType<TrainingSession>().OrderBy(session => session.At.Instant)];

    private static TrainingSession? Session(SettingsSection session, string zone)
    {
        var title = session.Text("title", 120, "1 to 120 characters");
        var at = session.Text("at", 30, "a local date and time such as 2024-10-15T12:30, without offset, in the years 2000 to 2199", text => SchemeReader.TryLocal(text, out _));
        var place = session.Text("place", 200, "1 to 200 characters");
        var readers = session.Choice("for", Readers, "everybody");
        return SchemeReader.TryLocal(at, out var wall) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? new TrainingSession(title, LocalInstant.Resolve(wall, zone), place, readers)
            : null;
    }
}
