using System.Text.RegularExpressions;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Functions.Coordinator;

/// <summary>Reads a round's dates, written as in <c>scheme.json</c>: local times without offset, and their zone.</summary>
internal static partial class RoundForm
{
    private const string Shape = "a local date and time such as 2024-09-30T12:00, without offset, in the years 2000 to 2199";

    public static (RoundPlan? Plan, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) Read(FormFields fields, Scheme scheme)
    {
        var reader = new FieldReader(fields);
        ApiForm.RefuseOthers(reader, fields, "id", "opens", "deadline", "timeZone", "reviewMonths");
        var id = reader.Line("id", "The id", 60, "Give the round a short name of lower-case letters, digits and hyphens, such as 2027.");
        if (id.Length > 0 && !CodeShape().IsMatch(id))
            reader.Wrong("id", $"The id must be lower-case letters, digits and hyphens; it says {FieldReader.Shown(id)}.");
        var zone = reader.Line("timeZone", "The time zone", 100, null) is { Length: > 0 } named ? named : scheme.TimeZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            reader.Wrong("timeZone", $"The time zone must be an IANA name such as Europe/London; it says {FieldReader.Shown(zone)}.");
        var opens = Wall(reader, "opens", "The opening");
        var deadline = Wall(reader, "deadline", "The deadline");
        if (opens is { } first && deadline is { } last && last <= first)
            reader.Wrong("deadline", "The deadline must be after the opening.");
        var months = reader.Choice("reviewMonths", "The length in months", ["6", "12"], null);
        if (reader.Errors.Count > 0)
            return (null, reader.Errors);
        var term = months.Length == 0 ? scheme.TermMonths : months == "6" ? 6 : 12;
        return (new RoundPlan(id, LocalInstant.Resolve(opens!.Value, zone), LocalInstant.Resolve(deadline!.Value, zone), term, scheme.Waiting.UpdateAfterDays), reader.Errors);
    }

    /// <param name="zone">The round's own.</param>
    public static (LocalInstant? Deadline, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) ReadDeadline(FormFields fields, string zone)
    {
        var reader = new FieldReader(fields);
        ApiForm.RefuseOthers(reader, fields, "deadline");
        var wall = Wall(reader, "deadline", "The deadline");
        return (wall is { } found ? LocalInstant.Resolve(found, zone) : null, reader.Errors);
    }

    private static DateTime? Wall(FieldReader reader, string name, string subject)
    {
        var text = reader.Line(name, subject, 30, $"{subject} is missing: give its date and local time.");
        if (text.Length == 0)
            return null;
        if (SchemeReader.TryLocal(text, out var wall))
            return wall;
        reader.Wrong(name, $"{subject} must be {Shape}; it says {FieldReader.Shown(text)}.");
        return null;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();
}
