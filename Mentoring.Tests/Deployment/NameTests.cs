using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Sweeping;
using Mentoring.Tests.House;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Tests.Deployment;

/// <summary>What code and Bicep must call by the same name.</summary>
public partial class NameTests
{
    private static readonly MethodInfo[] Methods = [.. typeof(Sweep).Assembly.GetTypes().SelectMany(type => type.GetMethods())];

    [Fact]
    public void Queues_that_functions_wait_for_are_made()
    {
        var waitedFor = Methods.SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<ServiceBusTriggerAttribute>()?.QueueName).OfType<string>();

        Assert.Contains(QueueNames.Emails, waitedFor);
        Assert.Subset(InfraFiles.Named("Microsoft.ServiceBus/namespaces/queues").ToHashSet(), waitedFor.ToHashSet());
    }

    [Fact]
    public void Queues_that_the_code_names_are_made_and_no_others()
    {
        var named = typeof(QueueNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(named.Order(StringComparer.Ordinal), InfraFiles.Named("Microsoft.ServiceBus/namespaces/queues").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_topic_that_the_code_names_is_made_and_has_a_subscription_for_each_system()
    {
        var named = Repository.ProductionSources.Where(file => file.StartsWith("Mentoring.Functions/Events/", StringComparison.Ordinal))
            .SelectMany(file => TopicShape().Matches(Repository.Read(file))).Select(match => match.Groups[1].Value);

        Assert.Equal(named, InfraFiles.Named("Microsoft.ServiceBus/namespaces/topics"));
        Assert.Equal(["subscriber"], InfraFiles.Named("Microsoft.ServiceBus/namespaces/topics/subscriptions"));
    }

    [Fact]
    public void Duplicates_are_detected_for_as_long_as_the_code_counts_on()
    {
        foreach (var queue in Made("infra-bicep/modules/service-bus.bicep", "Microsoft.ServiceBus/namespaces/queues"))
        {
            Assert.Contains("requiresDuplicateDetection: true", queue, StringComparison.Ordinal);
            Assert.Contains("duplicateDetectionHistoryTimeWindow: 'PT10M'", queue, StringComparison.Ordinal);
            Assert.Contains("deadLetteringOnMessageExpiration: true", queue, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_message_stays_locked_at_least_as_long_as_a_function_may_take()
    {
        var longest = TimeSpan.Parse(Host().GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture);

        Assert.All(Made("infra-bicep/modules/service-bus.bicep", "Microsoft.ServiceBus/namespaces/queues"),
            queue => Assert.True(System.Xml.XmlConvert.ToTimeSpan(LockShape().Match(queue).Groups[1].Value) >= longest));
    }

    [Fact]
    public void The_ledger_s_table_is_made()
    {
        var named = Repository.ProductionSources.Where(file => file.StartsWith("Mentoring.Functions/", StringComparison.Ordinal))
            .SelectMany(file => TableShape().Matches(Repository.Read(file))).Select(match => match.Groups[1].Value);

        Assert.Equal(InfraFiles.Named("Microsoft.Storage/storageAccounts/tableServices/tables"), named);
    }

    [Fact]
    public void The_task_hub_has_one_name_that_both_backends_take()
    {
        Assert.Equal("%TASKHUB_NAME%", Host().GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString());
        var name = InfraFiles.AppSettings["TASKHUB_NAME"].Trim('\'');

        Assert.Equal(InfraFiles.Sample["TASKHUB_NAME"], name);
        Assert.Equal([name], InfraFiles.Named("Microsoft.DurableTask/schedulers/taskHubs"));
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", name);
    }

    [Fact]
    public void Alerts_watch_functions_and_queues_that_exist()
    {
        var alerts = Repository.Read("infra-bicep/modules/alerts.bicep");
        var functions = Methods.Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().ToHashSet();
        var watched = FunctionShape().Matches(alerts).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.Equal([nameof(Sweep)], watched);
        Assert.Subset(functions, watched);
        var entities = EntitiesShape().Match(alerts).Groups[1].Value.Split('\n').Select(line => line.Trim(' ', '\'')).Where(line => line.Length > 0);
        Assert.Equal(InfraFiles.Named("Microsoft.ServiceBus/namespaces/queues"), entities);
    }

    [Fact]
    public void Events_about_mails_that_are_subscribed_to_are_those_that_are_read()
    {
        var subscribed = EventShape().Matches(Repository.Read("infra-bicep/modules/delivery-reports.bicep")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(subscribed);
        Assert.All(subscribed, kind => Assert.Contains(Repository.ProductionSources, file =>
            file.StartsWith("Mentoring.Functions/Mail/", StringComparison.Ordinal) && Repository.Read(file).Contains($"\"{kind}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_scheme_is_deployed_to_where_the_settings_say()
    {
        var (exitCode, output) = await DotNet.Run(Repository.Root, "msbuild", "Mentoring.Functions/Mentoring.Functions.csproj", "-nologo", "-getItem:None", "-p:AzurePackages=true");
        Assert.True(exitCode == 0, output);
        var links = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("None").EnumerateArray()
            .Where(item => item.TryGetProperty("CopyToOutputDirectory", out var copy) && copy.GetString() == "PreserveNewest")
            .Select(item => item.GetProperty("Link").GetString()!).ToList();

        Assert.Contains(InfraFiles.Sample["SCHEME_FILE"], links);
        Assert.Equal($"/home/site/wwwroot/{InfraFiles.Sample["SCHEME_FILE"]}", InfraFiles.AppSettings["SCHEME_FILE"].Trim('\''));
        Assert.Contains(links, link => link.StartsWith("scheme/documents/", StringComparison.Ordinal));
        Assert.DoesNotContain(links, link => link.EndsWith(".csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Azd_finds_the_template_the_project_and_the_app()
    {
        var azd = Repository.Read("azure.yaml");

        Assert.Contains("path: infra-bicep\n", azd, StringComparison.Ordinal);
        Assert.Contains("module: main\n", azd, StringComparison.Ordinal);
        Assert.Contains("project: ./Mentoring.Functions\n", azd, StringComparison.Ordinal);
        var service = ServiceShape().Match(azd).Groups[1].Value;
        Assert.Contains($"'azd-service-name': '{service}'", Repository.Read("infra-bicep/modules/function-app.bicep"), StringComparison.Ordinal);
        Assert.Contains("'azd-env-name': environmentName", Repository.Read(InfraFiles.Main), StringComparison.Ordinal);
    }

    private static JsonElement Host() => JsonDocument.Parse(Repository.Read("host.json")).RootElement;

    private static List<string> Made(string file, string type)
    {
        var found = InfraFiles.Resources(Repository.Read(file)).Where(resource => resource.Type == type).Select(resource => resource.Text).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    [GeneratedRegex(@"lockDuration: '(\w+)'", RegexOptions.CultureInvariant)]
    private static partial Regex LockShape();

    [GeneratedRegex(@"\bconst string Name = ""([\w-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex TopicShape();

    [GeneratedRegex(@"\bTableName = ""(\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex TableShape();

    [GeneratedRegex(@"\bName has ""(?<name>\w+)""|""Functions\.(?<name>\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex FunctionShape();

    [GeneratedRegex(@"name: 'EntityName'\s+operator: 'Include'\s+values: \[([^\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex EntitiesShape();

    [GeneratedRegex(@"'(Microsoft\.Communication\.Email\w+)'", RegexOptions.CultureInvariant)]
    private static partial Regex EventShape();

    [GeneratedRegex(@"^services:\n  (\w+):", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ServiceShape();
}
