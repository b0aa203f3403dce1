using Mentoring.Core.Time;

namespace Mentoring.Core.Schemes;

/// <summary>Reads <c>rounds</c>. Where people register at any time, a round has an opening and no deadline.</summary>
internal static class RoundsReader
{
    private const string Shape = "a local date and time such as 2024-09-30T12:00, without offset, in the years 2000 to 2199";

    public static IReadOnlyList<RoundSettings> Read(SettingsSection root, string schemeZone, Intake intake, IReadOnlyList<int> terms)
    {
        var rounds = root.Sections("rounds", round => Round(round, schemeZone, intake, terms)).OfType<RoundSettings>().ToList();
        SchemeReader.Once(root, "rounds", rounds.Select(round => round.Id));
        return rounds;
    }

    private static RoundSettings? Round(SettingsSection round, string schemeZone, Intake intake, IReadOnlyList<int> terms)
    {
        var id = round.Text("id", 60, "lower-case letters, digits and hyphens", SchemeReader.CodeShape().IsMatch);
        var zone = round.OptionalText("timeZone", 100, "an IANA time zone such as Europe/London", name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)) ?? schemeZone;
        var opens = round.Text("opens", 30, Shape, IsLocal);
        var deadline = intake == Intake.Rolling
            ? round.OptionalText("deadline", 30, "nothing: where intake is rolling, people register at any time", _ => false)
            : round.Text("deadline", 30, Shape, IsLocal);
        var months = round.OneOf("reviewMonths", terms, null);
        if (!SchemeReader.TryLocal(opens, out var first) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return null;
        if (deadline is null)
            return new RoundSettings(id, LocalInstant.Resolve(first, zone), LocalInstant.Never(zone), months);
        if (!SchemeReader.TryLocal(deadline, out var last))
            return null;
        // Where clocks go forward, two times of the hour that is left out are one moment.
        var plan = new RoundSettings(id, LocalInstant.Resolve(first, zone), LocalInstant.Resolve(last, zone), months);
        if (plan.Deadline.Instant <= plan.Opens.Instant)
            round.Fault(round.At("deadline"), deadline, "a time after opens");
        return plan;
    }

    private static bool IsLocal(string text) => SchemeReader.TryLocal(text, out _);
}
