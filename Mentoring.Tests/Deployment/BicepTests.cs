using System.Diagnostics;
using System.Text.RegularExpressions;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Deployment;

/// <summary>The rules that infra-bicep/ keeps to.</summary>
public partial class BicepTests
{
    [Fact]
    public async Task Every_file_can_be_parsed()
    {
        var (exitCode, output) = await ParseAsync(Repository.At("infra-bicep"));

        Assert.True(exitCode == 0, output);
        Assert.Contains($"{InfraFiles.Bicep.Count + 1} Bicep files parsed.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken.bicep", "param one string\nresource two 'A.B/c@2024-01-01' = {\n  name: 'x'\n", "broken.bicep(3,")]
    [InlineData("broken.bicep", "param string\nvar = 3\n", "broken.bicep(")]
    [InlineData("broken.bicepparam", "using './main.bicep'\nparam one = \n", "broken.bicepparam(2,1)")]
    public async Task A_file_that_can_t_be_parsed_is_named_with_its_place(string file, string text, string place)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.File(file), text);

        var (exitCode, output) = await ParseAsync(folder.Path);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(place, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_Bicep_does_not_pass()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await ParseAsync(folder.Path);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("no Bicep file", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_run_of_the_tests_parses() => Assert.Contains("eng/bicep.sh || {", Repository.Read("test.sh"), StringComparison.Ordinal);

    [Fact]
    public void Every_parameter_and_output_has_a_description()
    {
        foreach (var file in InfraFiles.Bicep)
        {
            var text = Repository.Read(file);
            var parameters = InfraFiles.ParametersOf(text).ToList();
            Assert.Equal(PlainParameterShape().Count(text), parameters.Count);
            Assert.All(parameters, parameter => Assert.True(parameter.Decorators.Contains("@description('", StringComparison.Ordinal), $"{file}: {parameter.Name}"));
            Assert.Equal(OutputShape().Count(text), DescribedOutputShape().Count(text));
        }
    }

    [Theory]
    [InlineData(@"\blist[A-Z]\w*\(")]
    [InlineData(@"(?i)accountkey|sharedaccesskey|\bsecret|password:|@secure")]
    [InlineData(@"(?i)\.(primary|secondary)(master)?(key|connectionstring)\b")]
    [InlineData(@"allowSharedKeyAccess: true|disableLocalAuth: false|DisableLocalAuth: false|allowBlobPublicAccess: true")]
    [InlineData(@"\.\?|^import |^using .*! |\w!\.")]
    public void There_is_no_key_and_no_word_of_the_language_that_not_all_tools_know(string shape) =>
        Assert.All(InfraFiles.Bicep, file => Assert.DoesNotMatch(new Regex(shape, RegexOptions.Multiline | RegexOptions.CultureInvariant), Repository.Read(file)));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess: false", "allowBlobPublicAccess: false", "minimumTlsVersion: 'TLS1_2'", "supportsHttpsTrafficOnly: true")]
    [InlineData("Microsoft.ServiceBus/namespaces", "disableLocalAuth: true", "minimumTlsVersion: '1.2'", "name: 'Standard'")]
    [InlineData("Microsoft.Insights/components", "DisableLocalAuth: true")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "disableLocalAuth: true")]
    [InlineData("Microsoft.Communication/emailServices/domains", "userEngagementTracking: 'Disabled'")]
    [InlineData("Microsoft.Web/serverfarms", "name: 'FC1'", "tier: 'FlexConsumption'")]
    [InlineData("Microsoft.Web/sites", "httpsOnly: true", "minTlsVersion: '1.2'", "type: 'UserAssignedIdentity'", "name: 'dotnet-isolated'", "version: '10.0'")]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow: false")]
    [InlineData("Microsoft.EventGrid/systemTopics/eventSubscriptions", "deliveryWithResourceIdentity:")]
    public void Every_resource_of_a_type_is_made_with(string type, params string[] properties)
    {
        var made = InfraFiles.Bicep.SelectMany(file => InfraFiles.Resources(Repository.Read(file))).Where(found => found.Type == type && !found.Existing).ToList();

        Assert.NotEmpty(made);
        Assert.All(made, found => Assert.All(properties, property => Assert.Contains(property, found.Text, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("AppRequests", "project-away Url, Properties")]
    [InlineData("AppDependencies", "startswith \"localhost\"")]
    public void What_the_host_tells_of_requests_is_cut_before_it_is_kept(string table, string cut)
    {
        var rule = InfraFiles.Resources(Repository.Read("infra-bicep/modules/paths-without-tokens.bicep")).Single(found => found.Type == "Microsoft.Insights/dataCollectionRules");
        var main = Repository.Read(InfraFiles.Main);

        Assert.Contains("kind: 'WorkspaceTransforms'", rule.Text, StringComparison.Ordinal);
        Assert.Contains(cut, rule.Text.Split($"'Microsoft-Table-{table}'")[1].Split("'Microsoft-Table-")[0], StringComparison.Ordinal);
        Assert.Contains("dataCollectionRuleId: pathsWithoutTokens.outputs.id", main, StringComparison.Ordinal);
        // Telemetry comes only once the workspace has the rule.
        Assert.Contains("workspaceId: ruledWorkspace.outputs.id", main.Split("module insights ")[1].Split("\nmodule ")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_resource_in_a_file_was_seen() =>
        Assert.All(InfraFiles.Bicep, file => Assert.Equal(PlainResourceShape().Count(Repository.Read(file)), InfraFiles.Resources(Repository.Read(file)).Count()));

    [Fact]
    public void Everything_that_can_say_what_happens_in_it_does()
    {
        // Application Insights is where others say it; identity, alerts, budget and rule have nothing to say; the scheduler's page shows its orchestrations.
        string[] silent = ["alerts", "application-insights", "budget", "durable-task-scheduler", "identity", "paths-without-tokens"];
        var modules = InfraFiles.Bicep.Where(file => file != InfraFiles.Main && !silent.Contains(Path.GetFileNameWithoutExtension(file)));

        Assert.All(modules, file => Assert.Contains(InfraFiles.Resources(Repository.Read(file)), found => found.Type == "Microsoft.Insights/diagnosticSettings"));
    }

    [Fact]
    public void Every_module_is_used_and_handed_every_parameter()
    {
        var main = Repository.Read(InfraFiles.Main);
        var used = ModuleShape().Matches(main).Select(match => (Module: match.Groups[1].Value, Text: match.Value)).ToList();

        Assert.Equal(InfraFiles.Bicep.Where(file => file != InfraFiles.Main), used.Select(each => $"infra-bicep/{each.Module}").Distinct().Order(StringComparer.Ordinal));
        foreach (var (module, text) in used)
        {
            var handed = HandedShape().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
            Assert.Equal(InfraFiles.ParametersOf(Repository.Read($"infra-bicep/{module}")).Select(parameter => parameter.Name).Order(StringComparer.Ordinal), handed);
        }
    }

    [Fact]
    public void What_a_module_is_asked_for_it_puts_out()
    {
        var main = Repository.Read(InfraFiles.Main);
        var files = SymbolShape().Matches(main).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

        var asked = AskedShape().Matches(main).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, match => Assert.Contains($"\noutput {match.Groups[2].Value} ", Repository.Read($"infra-bicep/{files[match.Groups[1].Value]}"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_parameters_file_knows_every_parameter_without_a_default_and_no_other()
    {
        var parameters = InfraFiles.ParametersOf(Repository.Read(InfraFiles.Main)).ToList();
        var given = GivenShape().Matches(Repository.Read(InfraFiles.Parameters)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Subset(given, parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).ToHashSet());
        Assert.Subset(parameters.Select(parameter => parameter.Name).ToHashSet(), given);
    }

    private static async Task<(int ExitCode, string Output)> ParseAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Repository.At("eng", "bicep.sh"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex(@"^param ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PlainParameterShape();

    [GeneratedRegex(@"^resource ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PlainResourceShape();

    [GeneratedRegex(@"^output ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OutputShape();

    [GeneratedRegex(@"^@description\('.+'\)\noutput ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DescribedOutputShape();

    [GeneratedRegex(@"^module \w+ '(modules/[\w-]+\.bicep)'.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex ModuleShape();

    [GeneratedRegex(@"^    (\w+): ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HandedShape();

    [GeneratedRegex(@"^module (\w+) '(modules/[\w-]+\.bicep)'", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SymbolShape();

    [GeneratedRegex(@"\b(\w+)\.outputs\.(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex AskedShape();

    [GeneratedRegex(@"^param (\w+) =", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex GivenShape();
}
