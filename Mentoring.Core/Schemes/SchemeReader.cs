using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Core.People;

namespace Mentoring.Core.Schemes;

/// <summary>Reads <c>scheme.json</c>: the scheme, or every fault in it with its path, its value and what is allowed there.</summary>
public static partial class SchemeReader
{
    internal static readonly Dictionary<string, InstitutionRule> InstitutionRules = new()
    {
        ["different"] = InstitutionRule.Different,
        ["prefer-different"] = InstitutionRule.PreferDifferent,
    };

    private static readonly Dictionary<string, DocumentDelivery> Deliveries = new()
    {
        ["link"] = DocumentDelivery.Link,
        ["attach"] = DocumentDelivery.Attach,
    };

    private static readonly Dictionary<string, AfterGrace> AfterGraces = new()
    {
        ["end"] = AfterGrace.End,
        ["coordinator"] = AfterGrace.Coordinator,
    };

    private static readonly Dictionary<string, Intake> Intakes = new()
    {
        ["window"] = Intake.Window,
        ["rolling"] = Intake.Rolling,
    };

    private static readonly int[] Terms = [6, 12];

    private static readonly Dictionary<string, string> Deciders = new() { ["mentee"] = "mentee" };

    /// <summary>Faults is empty exactly where the scheme is not null.</summary>
    public static (Scheme? Scheme, IReadOnlyList<Fault> Faults) Read(string json)
    {
        var faults = new List<Fault>();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = new SettingsSection(document.RootElement, "", faults);
            var scheme = Scheme(root);
            root.Close();
            return (faults.Count == 0 ? scheme : null, faults);
        }
        catch (JsonException broken)
        {
            return (null, [new Fault(string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}"), "not JSON", "a JSON object")]);
        }
    }

    private static Scheme Scheme(SettingsSection root)
    {
        root.OptionalText("$schema", 300, "the address of a JSON schema");
        root.Choice("whoDecides", Deciders, "mentee");
        var zone = root.Text("timeZone", 100, "an IANA time zone such as Europe/London", zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));
        var term = root.OneOf("termMonths", Terms, 12)!.Value;
        var intake = root.Choice("intake", Intakes, "window");
        return new Scheme(
            root.Text("name", 120, "1 to 120 characters"),
            root.Text("association", 120, "1 to 120 characters"),
            root.Section("contact", Contact),
            zone,
            root.OptionalText("website", 300, "an http or https address", IsWebAddress),
            [.. root.Texts("redirectOrigins", "an origin such as https://example.org, without a path", IsOrigin).Select(origin => WebOrigin.Of(new Uri(origin)))],
            root.Texts("grades", "a grade of 1 to 60 characters", grade => grade.Length <= 60),
            Expertise(root),
            root.Choice("institutions", InstitutionRules, "prefer-different"),
            root.Number("capacityLimit", 1, 20, 3),
            term,
            root.Section("offers", Offers),
            root.Section("agreements", Agreements),
            root.Section("reviews", reviews => Reviews(reviews, term)),
            root.Section("waiting", waiting => new WaitingPolicy(waiting.Number("updateAfterDays", 7, 180, 42))),
            root.Section("weights", weights => Weights(weights, new Weights([100, 80, 60, 40, 20], 10, 50))),
            Documents(root),
            root.Section("meetings", meetings => new MeetingAdvice(
                meetings.OptionalText("frequency", 200, "1 to 200 characters") ?? "about once a month",
                meetings.OptionalText("length", 200, "1 to 200 characters") ?? "60 to 90 minutes",
                meetings.OptionalText("place", 200, "1 to 200 characters") ?? "a neutral, private place, face to face or online",
                meetings.OptionalText("notes", 200, "1 to 200 characters") ?? "each keeps their own notes; nobody else sees them")),
            root.Section("retention", retention => new RetentionPolicy(retention.Number("months", 0, 120, 24))),
            root.Section("membership", membership => new MembershipPolicy(membership.Number("graceDays", 0, 180, 30), membership.Choice("afterGrace", AfterGraces, "end"))),
            RoundsReader.Read(root, zone, intake, Terms))
        {
            Intake = intake,
            Gates = root.Section("gates", gates => Gates(gates, default)),
            Branding = root.Section("branding", BrandingReader.Read),
            Training = TrainingReader.Read(root, zone),
            Forms = root.Section("forms", FormsReader.Read),
        };
    }

    private static Contact Contact(SettingsSection contact) => new(
        contact.Text("name", 120, "1 to 120 characters"),
        contact.Text("email", 254, "an email address", text => EmailAddress.TryParse(text, out _)),
        contact.OptionalText("phone", 60, "1 to 60 characters"));

    private static IReadOnlyList<ExpertiseArea> Expertise(SettingsSection root)
    {
        var areas = root.Sections("expertise", area => new ExpertiseArea(
            area.Text("code", 60, "lower-case letters, digits and hyphens", CodeShape().IsMatch),
            area.Text("title", 120, "1 to 120 characters")));
        if (areas.Count is < 1 or > 60)
            root.Fault("expertise", $"{areas.Count} areas", "1 to 60 areas");
        Once(root, "expertise", areas.Select(area => area.Code));
        return areas;
    }

    private static OfferPolicy Offers(SettingsSection offers)
    {
        var days = offers.Number("replyDays", 1, 60, 7);
        return new OfferPolicy(days, offers.RisingDays("reminderDays", days));
    }

    private static AgreementPolicy Agreements(SettingsSection agreements)
    {
        var days = agreements.Number("signDays", 1, 120, 28);
        return new AgreementPolicy(days, agreements.RisingDays("reminderDays", days));
    }

    private static ReviewPolicy Reviews(SettingsSection reviews, int term)
    {
        var interim = reviews.Number("interimAfterMonths", 1, term - 1, term / 2);
        var days = reviews.Number("answerDays", 1, 60, 21);
        return new ReviewPolicy(interim, days, reviews.RisingDays("reminderDays", days));
    }

    /// <param name="otherwise">What stands where nothing is written.</param>
    internal static Weights Weights(SettingsSection weights, Weights otherwise) => new(
        weights.Numbers("byRank", 0, 1000, otherwise.ByRank),
        weights.Number("fewerOffered", 0, 1000, otherwise.FewerOffered),
        weights.Number("differentInstitution", 0, 1000, otherwise.DifferentInstitution));

    /// <param name="otherwise">What stands where nothing is written.</param>
    internal static GatePolicy Gates(SettingsSection gates, GatePolicy otherwise) =>
        new(gates.Flag("mentorTraining", otherwise.MentorTraining), gates.Flag("moreExperience", otherwise.MoreExperience));

    private static IReadOnlyList<SchemeDocument> Documents(SettingsSection root)
    {
        var documents = root.Sections("documents", document => new SchemeDocument(
            document.Text("code", 60, "lower-case letters, digits and hyphens", CodeShape().IsMatch),
            document.Text("title", 120, "1 to 120 characters"),
            document.Text("version", 30, "1 to 30 characters"),
            document.Text("file", 120, "the name of a Markdown file beside this one, such as documents/handbook.md", IsInnerPath),
            document.Choice("delivery", Deliveries, "link")));
        Once(root, "documents", documents.Select(document => document.Code));
        foreach (var code in SchemeDocument.Required.Where(code => documents.All(document => document.Code != code)))
            root.Fault("documents", "(missing)", $"a document with the code {code}");
        return documents;
    }

    /// <summary>Reads wall times as settings and the coordinator's API write them.</summary>
    public static bool TryLocal(string text, out DateTime wall) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out wall) && wall.Year is >= 2000 and < 2200;

    internal static void Once(SettingsSection root, string list, IEnumerable<string> codes)
    {
        foreach (var twice in codes.GroupBy(code => code).Where(group => group.Key.Length > 0 && group.Count() > 1))
            root.Fault(list, $"\"{twice.Key}\" {twice.Count()} times", "each code once");
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.GetLeftPart(UriPartial.Authority) == text;

    private static bool IsInnerPath(string text) => InnerPathShape().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    internal static partial Regex CodeShape();

    [GeneratedRegex(@"^([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.md$", RegexOptions.CultureInvariant)]
    private static partial Regex InnerPathShape();
}
