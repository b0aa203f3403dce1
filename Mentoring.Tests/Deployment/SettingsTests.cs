using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Functions.Settings;
using Mentoring.Tests.House;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Deployment;

/// <summary>One list of settings in three places: the code that reads them, the sample, and Bicep.</summary>
public partial class SettingsTests
{
    /// <summary>Read by the Functions host, not by the code.</summary>
    private static readonly string[] OfTheHost = ["FUNCTIONS_WORKER_RUNTIME", "APPLICATIONINSIGHTS_", "AzureWebJobsStorage", "AzureFunctionsJobHost__", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING"];

    /// <summary>Those without which the app starts all the same.</summary>
    private static readonly string[] Optional = ["AZURE_CLIENT_ID", "COORDINATORS"];

    [Fact]
    public void The_sample_is_taken_as_it_is() => Start(new AskedSettings(InfraFiles.Sample));

    [Fact]
    public void What_Bicep_sets_is_taken_too()
    {
        // Expressions are known when it is deployed; the sample has a value of each kind.
        var values = InfraFiles.AppSettings.Where(setting => setting.Value.StartsWith('\'') || InfraFiles.Sample.ContainsKey(setting.Key))
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value.StartsWith('\'') ? setting.Value.Trim('\'') : InfraFiles.Sample[setting.Key]));

        Start(new AskedSettings(values));
    }

    [Fact]
    public void Every_setting_that_the_code_reads_is_in_the_sample_and_in_Bicep()
    {
        var read = Read();

        Assert.Contains("TABLES_ENDPOINT", read);
        Assert.Contains("ServiceBusConnection__fullyQualifiedNamespace", read);
        Assert.Empty(read.Except(InfraFiles.Sample.Keys));
        Assert.Empty(read.Except(InfraFiles.AppSettings.Keys));
    }

    [Fact]
    public void Every_setting_in_the_sample_and_in_Bicep_is_read_by_somebody()
    {
        var read = Read().Concat(Connections().SelectMany(name => new[] { $"{name}__credential", $"{name}__clientId" })).ToHashSet(StringComparer.Ordinal);
        var unread = InfraFiles.Sample.Keys.Concat(InfraFiles.AppSettings.Keys).Distinct()
            .Where(name => !read.Contains(name) && !OfTheHost.Any(begin => name.StartsWith(begin, StringComparison.Ordinal)));

        Assert.Empty(unread);
    }

    [Fact]
    public void A_setting_that_is_missing_stops_the_start_with_its_name_its_purpose_and_an_example()
    {
        foreach (var name in ReadAtStart().Except(Optional))
        {
            var refused = Assert.Throws<SettingMissingException>(() => Start(new AskedSettings(InfraFiles.Sample.Where(setting => setting.Key != name))));
            Assert.Matches($@"^Setting {name} is missing or malformed\. It is .+\. Example: .+", refused.Message);
        }
    }

    [Theory]
    [InlineData("PUBLIC_ADDRESS", "mentoring.example.org")]
    [InlineData("PUBLIC_ADDRESS", "https://mentoring.example.org/scheme")]
    [InlineData("COORDINATORS", "robin@example.org;sam")]
    [InlineData("LEDGER", "Tables!")]
    [InlineData("QUEUE", "rabbits")]
    [InlineData("MAILER", "")]
    [InlineData("TABLES_ENDPOINT", "http://exampleledger.table.core.windows.net/")]
    [InlineData("ServiceBusConnection__fullyQualifiedNamespace", "https://example.servicebus.windows.net/")]
    [InlineData("MAIL_ENDPOINT", "example")]
    [InlineData("MAIL_SENDER", "mentoring")]
    [InlineData("MAIL_PER_MINUTE", "-1")]
    [InlineData("MAIL_PER_HOUR", "a hundred")]
    [InlineData("MEMBERSHIPS", "everybody")]
    public void A_malformed_setting_stops_the_start_with_its_name(string name, string value)
    {
        var settings = InfraFiles.Sample.ToDictionary(StringComparer.Ordinal);
        settings[name] = value;

        var refused = Assert.Throws<SettingMissingException>(() => Start(new AskedSettings(settings)));

        Assert.StartsWith($"Setting {name} is missing or malformed.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheme_that_is_not_where_the_setting_says_stops_the_start_with_the_settings_name()
    {
        var settings = new AskedSettings(InfraFiles.Sample.ToDictionary(StringComparer.Ordinal).Append(new("SCHEME_FILE", "no/such/scheme.json")).GroupBy(setting => setting.Key).Select(setting => setting.Last()));

        var refused = Assert.Throws<SettingMissingException>(() => AppSettings.Read(settings.Configuration).ReadScheme());

        Assert.Matches(@"^Setting SCHEME_FILE is missing or malformed\. It is .+\. Example: .+", refused.Message);
    }

    [Fact]
    public void Every_connection_of_a_trigger_signs_in_by_the_identity()
    {
        Assert.NotEmpty(Connections());
        foreach (var connection in Connections())
        {
            Assert.Contains($"{connection}__fullyQualifiedNamespace", InfraFiles.Sample.Keys);
            Assert.Contains($"{connection}__fullyQualifiedNamespace", InfraFiles.AppSettings.Keys);
            Assert.Equal("'managedidentity'", InfraFiles.AppSettings[$"{connection}__credential"]);
            Assert.Equal("identityClientId", InfraFiles.AppSettings[$"{connection}__clientId"]);
        }

        Assert.Equal("'managedidentity'", InfraFiles.AppSettings["AzureWebJobsStorage__credential"]);
        Assert.DoesNotContain("AzureWebJobsStorage", InfraFiles.AppSettings.Keys);
    }

    [Fact]
    public void What_the_plan_sets_itself_is_not_set()
    {
        string[] planned = ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_TIME_ZONE", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE"];

        Assert.Empty(InfraFiles.AppSettings.Keys.Intersect(planned));
    }

    [Fact]
    public void The_sample_is_never_published() =>
        Assert.Matches(@"local\.settings\.json"" CopyToOutputDirectory=""PreserveNewest"" CopyToPublishDirectory=""Never""", Repository.Read("Mentoring.Functions/Mentoring.Functions.csproj"));

    [Fact]
    public void The_guide_has_a_row_for_every_setting_and_for_no_other()
    {
        var explained = Rows("### Settings of the app");
        var given = Rows("## In Azure");

        Assert.Equal(InfraFiles.Sample.Keys.Union(InfraFiles.AppSettings.Keys).Order(StringComparer.Ordinal), explained);
        Assert.Equal(VariableShape().Matches(Repository.Read(InfraFiles.Parameters)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal), given);
    }

    [Fact]
    public void The_guide_has_a_row_for_everything_in_host_json()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var explained = Rows("### host.json");

        Assert.Equal(Leaves(host.RootElement, "").Select(leaf => leaf.Replace("extensions.", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal), explained);
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
        : [path];

    private static IEnumerable<string> Rows(string heading)
    {
        var section = Repository.Read("README.md").Split(heading + "\n", 2)[1].Split("\n#", 2)[0];
        return section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => CodeShape().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
    }

    private static void Start(AskedSettings settings)
    {
        AppSettings.Read(settings.Configuration);
        new ServiceCollection().AddAdapters(settings.Configuration);
    }

    private static List<string> ReadAtStart()
    {
        var settings = new AskedSettings(InfraFiles.Sample);
        Start(settings);
        return [.. settings.Asked];
    }

    /// <summary>What is asked for at the start; what sources name that deal in settings; what stands between percent signs; and the connections.</summary>
    private static HashSet<string> Read()
    {
        var sources = Repository.ProductionSources.Where(file => file.StartsWith("Mentoring.Functions/", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        var named = sources.Where(text => text.Contains("IConfiguration", StringComparison.Ordinal) || text.Contains("GetEnvironmentVariable", StringComparison.Ordinal))
            .SelectMany(text => NameShape().Matches(text)).Select(match => match.Groups[1].Value);
        var percent = sources.Append(Repository.Read("host.json")).SelectMany(text => PercentShape().Matches(text)).Select(match => match.Groups[1].Value);
        return [.. ReadAtStart(), .. named, .. percent, .. Connections().Select(name => $"{name}__fullyQualifiedNamespace")];
    }

    private static IEnumerable<string> Connections() => typeof(AppSettings).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<ServiceBusTriggerAttribute>()?.Connection).OfType<string>().Distinct();

    [GeneratedRegex(@"""([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)""", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'", RegexOptions.CultureInvariant)]
    private static partial Regex VariableShape();

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"""%(\w+)%""", RegexOptions.CultureInvariant)]
    private static partial Regex PercentShape();
}
