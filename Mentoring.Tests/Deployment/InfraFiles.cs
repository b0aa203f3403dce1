using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Deployment;

/// <summary>What stands in infra-bicep/ and in the settings beside it. Reads the plain shape that those files keep to; <c>eng/bicep.sh</c> checks their syntax.</summary>
internal static partial class InfraFiles
{
    public const string Main = "infra-bicep/main.bicep";

    public const string Parameters = "infra-bicep/main.bicepparam";

    private const string App = "infra-bicep/modules/function-app.bicep";

    /// <summary>Every Bicep file, as a path from the root.</summary>
    public static IReadOnlyList<string> Bicep { get; } = [.. Repository.Files.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal))];

    /// <summary>The app's settings in Azure: name and Bicep expression. Those of the Durable Task Scheduler are among them.</summary>
    public static IReadOnlyDictionary<string, string> AppSettings { get; } = SettingsOf(Repository.Read(App));

    /// <summary>Values of local.settings.sample.json.</summary>
    public static IReadOnlyDictionary<string, string> Sample { get; } =
        JsonDocument.Parse(Repository.Read("local.settings.sample.json")).RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString()!, StringComparer.Ordinal);

    /// <summary>Names of the resources of a type, where they are made: those that only refer to an existing one are left out.</summary>
    public static IReadOnlyList<string> Named(string type) =>
        [.. Bicep.SelectMany(file => Resources(Repository.Read(file))).Where(found => found.Type == type && !found.Existing).Select(found => found.Name)];

    /// <summary>Resources of a file: type, name as a literal or an expression, and the block as it stands.</summary>
    public static IEnumerable<(string Type, string Name, bool Existing, string Text)> Resources(string text) =>
        ResourceShape().Matches(text).Select(match => (match.Groups["type"].Value, match.Groups["name"].Value.Trim('\''), match.Groups["existing"].Success, match.Value));

    /// <summary>Parameters of a file: name, whether it has a default, and the lines of its decorators.</summary>
    public static IEnumerable<(string Name, bool HasDefault, string Decorators)> ParametersOf(string text) =>
        ParameterShape().Matches(text).Select(match => (match.Groups["name"].Value, match.Groups["default"].Success, match.Groups["decorators"].Value));

    private static Dictionary<string, string> SettingsOf(string text) => SettingShape().Matches(text)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);

    // Settings are the only properties that begin with a capital letter in that file.
    [GeneratedRegex(@"^ +(?<name>[A-Z][A-Za-z0-9_]+): (?<value>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SettingShape();

    [GeneratedRegex(@"^resource \w+ '(?<type>[\w./]+)@[\w-]+'(?<existing> existing)? = .*?^(?:  )?  ?name: (?<name>[^\n]+)\n.*?^\}\]?$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex ResourceShape();

    [GeneratedRegex(@"(?<decorators>(?:^(?:@.*|  .*|\]\))\n)*)^param (?<name>\w+) \w+(?<default> =)?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ParameterShape();
}
