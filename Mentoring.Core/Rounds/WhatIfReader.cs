using System.Globalization;
using System.Text.Json;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>Reads changes to a pool and its rules, written as a JSON object: people and rules as they might be, or every fault with its place and what is allowed there.</summary>
/// <remarks>
/// <c>places</c>, <c>offers</c>, <c>seeks</c>, <c>apart</c>, <c>without</c> change people of the pool, named by id or email address;
/// <c>mentors</c> and <c>mentees</c> add invented ones; <c>institutions</c>, <c>gates</c> and <c>weights</c> change the rules as in <c>scheme.json</c>.
/// </remarks>
public static class WhatIfReader
{
    /// <summary>Entries of one list.</summary>
    public const int MostChanges = 200;

    /// <summary>Places of one mentor.</summary>
    public const int MostPlaces = 20;

    private const string Mentor = "mentor";
    private const string Mentee = "mentee";

    private static readonly Dictionary<string, SameInstitution> Wishes = new()
    {
        ["no-wish"] = SameInstitution.NoWish,
        ["avoid"] = SameInstitution.Avoid,
        ["allow"] = SameInstitution.Allow,
    };

    /// <summary><c>mentor</c> or <c>mentee</c> where the id is of somebody invented; null else.</summary>
    public static string? InventedKindOf(string id) => new[] { Mentor, Mentee }.FirstOrDefault(kind => id.StartsWith($"new-{kind}-", StringComparison.Ordinal));

    /// <summary>Faults is empty exactly where there is something to match.</summary>
    /// <param name="named">Finds people of the pool; null where all of them may be named by address.</param>
    public static (WhatIf? WhatIf, IReadOnlyList<Fault> Faults) Read(string json, Pool pool, MatchingRules rules, NamedPeople? named = null)
    {
        var faults = new List<Fault>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new SettingsSection(document.RootElement, "", faults);
            var people = new ChangedPeople(pool, named ?? new NamedPeople(pool), faults);
            People(root, people, rules);
            var changed = rules with
            {
                Institutions = root.Choice("institutions", SchemeReader.InstitutionRules, SchemeReader.InstitutionRules.First(rule => rule.Value == rules.Institutions).Key),
                Gates = root.Section("gates", gates => SchemeReader.Gates(gates, rules.Gates)),
                Weights = root.Section("weights", weights => SchemeReader.Weights(weights, rules.Weights)),
            };
            root.Close();
            if (faults.Count == 0 && document.RootElement.EnumerateObject().All(property => property.Value.ValueKind is JsonValueKind.Null))
                faults.Add(new Fault("(whole file)", "{}", "at least one change"));
            return (faults.Count == 0 ? new WhatIf(people.ToPool(), changed) : null, faults);
        }
        catch (JsonException broken)
        {
            return (null, [new Fault(string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}"), "not JSON", "a JSON object")]);
        }
    }

    private static void People(SettingsSection root, ChangedPeople people, MatchingRules rules)
    {
        var (mentors, mentees) = (0, 0);
        Each(root, "places", change => people.Mentor("places", change, mentor => mentor with { Places = change.Number("places", 0, MostPlaces) }));
        Each(root, "offers", change => people.Mentor("offers", change, mentor => mentor with { Offers = Areas(change, "areas", rules) }));
        Each(root, "seeks", change => people.Mentee("seeks", change, mentee => mentee with { Seeks = Areas(change, "areas", rules) }));
        Each(root, "apart", people.Apart);
        Each(root, "mentors", change => people.Add(new PoolMentor(
            Invented(Mentor, ++mentors), Invented(Mentor, mentors), Institution(change), Areas(change, "offers", rules), [], Wish(change), change.Number("places", 1, MostPlaces, 1), Trained: true, Experience: Experience(change, Entry.MostExperience))));
        Each(root, "mentees", change => people.Add(new PoolMentee(
            Invented(Mentee, ++mentees), Invented(Mentee, mentees), Institution(change), Areas(change, "seeks", rules), [], [], Wish(change), change.Number("roundsWaited", 0, 100, 0), DateTimeOffset.MaxValue, Experience: Experience(change, 0))));
        foreach (var named in root.Texts("without", "the id or email address of somebody in this matching", people.Knows))
            people.Remove(named);
    }

    private static void Each(SettingsSection root, string list, Action<SettingsSection> read)
    {
        var count = root.Sections(list, change =>
        {
            read(change);
            return change;
        }).Count;
        if (count > MostChanges)
            root.Fault(list, string.Create(CultureInfo.InvariantCulture, $"{count} changes"), string.Create(CultureInfo.InvariantCulture, $"at most {MostChanges}"));
    }

    private static IReadOnlyList<string> Areas(SettingsSection change, string name, MatchingRules rules)
    {
        var known = rules.Expertise.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        var areas = change.Texts(name, "a code of the scheme's expertise", known.Contains);
        if (areas.Count == 0)
            change.Fault(change.At(name), "(none)", "at least one code of the scheme's expertise");
        return areas;
    }

    /// <summary>One of its own where none is named.</summary>
    private static string Institution(SettingsSection change) =>
        change.OptionalText("institution", 200, "1 to 200 characters") is { } named ? InstitutionKey.Of(named) : "(elsewhere)";

    /// <param name="otherwise">Whoever is invented is a mentor of many years and a mentee of none.</param>
    private static int Experience(SettingsSection change, int otherwise) => change.Number("experience", 0, Entry.MostExperience, otherwise);

    private static SameInstitution Wish(SettingsSection change) => change.Choice("sameInstitution", Wishes, "no-wish");

    private static string Invented(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"new-{kind}-{number}");
}
