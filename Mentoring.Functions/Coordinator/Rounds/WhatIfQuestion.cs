using System.Globalization;
using System.Text.Json.Nodes;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Coordinator.Rounds;

/// <summary>The page's form as the object that <see cref="WhatIfReader"/> reads, and that one's faults as the form's errors.</summary>
internal static class WhatIfQuestion
{
    public static string Json(FormFields fields, Scheme scheme)
    {
        var question = new JsonObject();
        var (mentor, places, without, institutions) = (Given(fields, "placesOf"), Given(fields, "places"), Given(fields, "without"), Given(fields, "institutions"));
        if (mentor is not null || places is not null)
            question["places"] = new JsonArray(new JsonObject { ["mentor"] = mentor ?? "", ["places"] = int.TryParse(places, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(places ?? "") });
        if (without is not null)
            question["without"] = new JsonArray(without);
        if (fields["recruit"].Where(area => area.Length > 0).ToList() is { Count: > 0 } areas)
            question["mentors"] = new JsonArray(new JsonObject { ["offers"] = new JsonArray([.. areas.Select(area => (JsonNode)area)]), ["places"] = scheme.CapacityLimit });
        if (institutions is not null)
            question["institutions"] = institutions;
        return question.ToJsonString();
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Errors(IReadOnlyList<Fault> faults) => faults
        .GroupBy(fault => FieldOf(fault.Path))
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(fault => fault.Value is "\"\"" ? $"Enter {fault.Allowed}." : $"“{fault.Value.Trim('"')}” does not fit. Enter {fault.Allowed}.")]);

    private static string FieldOf(string path) => path switch
    {
        _ when path.StartsWith("places", StringComparison.Ordinal) => path.EndsWith(".places", StringComparison.Ordinal) ? "places" : "placesOf",
        _ when path.StartsWith("without", StringComparison.Ordinal) => "without",
        _ when path.StartsWith("mentors", StringComparison.Ordinal) => "recruit",
        _ => "institutions",
    };

    private static string? Given(FormFields fields, string name) => fields.First(name)?.Trim() is { Length: > 0 } value ? value : null;
}
