using System.Text.RegularExpressions;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Deployment;

/// <summary>Who may do what in Azure, and nothing beyond it.</summary>
public partial class RoleTests
{
    /// <summary>Ids as Azure's list of built-in roles has them.</summary>
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["serviceBusDataSender"] = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
        ["serviceBusDataReceiver"] = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
        ["communicationAndEmailServiceOwner"] = "09976791-48a7-449e-bb21-39d1a415f350",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["durableTaskDataContributor"] = "0ad04412-c4d5-4796-b79c-f76d14c8d402",
        ["owner"] = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    };

    /// <summary>Which module assigns which role, at its own resource.</summary>
    private static readonly string[] Assigned =
    [
        "application-insights: monitoringMetricsPublisher",
        "communication: communicationAndEmailServiceOwner",
        "delivery-reports: serviceBusDataSender",
        "durable-task-scheduler: durableTaskDataContributor",
        "host-storage: storageBlobDataOwner",
        "host-storage: storageQueueDataContributor",
        "host-storage: storageTableDataContributor",
        "ledger-storage: storageTableDataContributor",
        "service-bus: serviceBusDataReceiver",
        "service-bus: serviceBusDataSender",
    ];

    [Fact]
    public void Every_role_s_id_is_Azure_s_own() =>
        Assert.Equal(BuiltIn.OrderBy(role => role.Key, StringComparer.Ordinal), RoleShape().Matches(Repository.Read(InfraFiles.Main))
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value)).OrderBy(role => role.Key, StringComparer.Ordinal));

    [Fact]
    public void Roles_ids_stand_in_one_place() =>
        Assert.All(InfraFiles.Bicep.Where(file => file != InfraFiles.Main), file => Assert.DoesNotMatch(IdShape(), Repository.Read(file)));

    [Fact]
    public void Each_module_is_handed_the_roles_it_assigns()
    {
        var handed = ModuleShape().Matches(Repository.Read(InfraFiles.Main))
            .SelectMany(module => HandedShape().Matches(module.Value).Select(role => (Module: module.Groups[1].Value, Parameter: role.Groups[1].Value, Role: role.Groups[2].Value)))
            .Where(handed => handed.Role != "owner").ToList();

        Assert.Equal(Assigned, handed.Select(each => $"{each.Module}: {each.Role}").Order(StringComparer.Ordinal));
        foreach (var (module, parameter, _) in handed)
        {
            var assignments = InfraFiles.Resources(Repository.Read($"infra-bicep/modules/{module}.bicep")).Where(found => found.Type == "Microsoft.Authorization/roleAssignments").Select(found => found.Text);
            Assert.Contains(assignments, assignment => assignment.Contains(parameter, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_assignment_is_at_one_resource_for_a_service_principal()
    {
        var assignments = InfraFiles.Bicep.SelectMany(file => InfraFiles.Resources(Repository.Read(file))).Where(found => found.Type == "Microsoft.Authorization/roleAssignments").ToList();

        Assert.NotEmpty(assignments);
        Assert.All(assignments, found =>
        {
            Assert.Matches(@"\n  scope: \w+\n", found.Text);
            Assert.Contains("principalType: 'ServicePrincipal'", found.Text, StringComparison.Ordinal);
            Assert.Contains("subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ", found.Text, StringComparison.Ordinal);
            Assert.StartsWith("guid(", found.Name, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"^  (\w+): '([0-9a-f]{8}-[0-9a-f-]{27})'$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex RoleShape();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"^module \w+ 'modules/([\w-]+)\.bicep'.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex ModuleShape();

    [GeneratedRegex(@"^    (\w+): roles\.(\w+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HandedShape();
}
