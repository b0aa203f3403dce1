using System.Text.Json.Nodes;
using Mentoring.Core.Schemes;

namespace Mentoring.Tests.Schemes;

/// <summary>The least that a scheme.json must say, to be changed by a test in one place or several.</summary>
internal static class SchemeJson
{
    public static JsonObject Least() => (JsonObject)JsonNode.Parse(
        """
        {
          "name": "Mentoring",
          "association": "Association of Examples",
          "contact": { "name": "Ada", "email": "ada@association.example" },
          "timeZone": "Europe/London",
          "expertise": [ { "code": "career-planning", "title": "Career planning" }, { "code": "wellbeing", "title": "Wellbeing" } ],
          "documents": [
            { "code": "handbook", "title": "Handbook", "version": "1", "file": "documents/handbook.md" },
            { "code": "code-of-conduct", "title": "Code of Conduct", "version": "1", "file": "documents/code.md" },
            { "code": "agreement", "title": "Agreement", "version": "1", "file": "documents/agreement.md" },
            { "code": "privacy", "title": "Privacy notice", "version": "1", "file": "privacy.md" }
          ],
          "rounds": [ { "id": "2024", "opens": "2024-09-04T09:00", "deadline": "2024-09-30T12:00" } ]
        }
        """)!;

    public static Scheme Read(Action<JsonObject>? change = null)
    {
        var (scheme, faults) = SchemeReader.Read(Changed(change).ToJsonString());
        Assert.Empty(faults);
        return scheme!;
    }

    /// <summary>Each fault as a coordinator reads it, in order of discovery; there is no scheme where there is a fault.</summary>
    public static IReadOnlyList<string> Faults(Action<JsonObject> change) => FaultsIn(Changed(change).ToJsonString());

    public static IReadOnlyList<string> FaultsIn(string json)
    {
        var (scheme, faults) = SchemeReader.Read(json);
        Assert.Equal(faults.Count > 0, scheme is null);
        return faults.Select(fault => fault.ToString()).ToList();
    }

    /// <summary>Puts a value, written as JSON, at a path such as <c>offers.replyDays</c> or <c>rounds[0].id</c>; removes it where null.</summary>
    public static void Put(JsonObject root, string path, string? json)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode node = root;
        foreach (var step in steps[..^1])
            node = step[0] == '[' ? node[Index(step)]! : node[step] ?? (node[step] = new JsonObject());
        var value = json is null ? null : JsonNode.Parse(json);
        if (steps[^1][0] == '[')
            node[Index(steps[^1])] = value;
        else if (json is null)
            node.AsObject().Remove(steps[^1]);
        else
            node[steps[^1]] = value;
    }

    private static int Index(string step) => int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Changed(Action<JsonObject>? change)
    {
        var json = Least();
        change?.Invoke(json);
        return json;
    }
}
