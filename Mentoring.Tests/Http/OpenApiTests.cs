using System.Reflection;
using System.Text.Json;
using Mentoring.Functions.Mail;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Tests.Http;

/// <summary>The published description of the interface against the functions' own attributes, in both directions.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    private static readonly JsonElement Document = OpenApi.Document;

    [Fact]
    public void Every_function_is_documented() => Assert.Empty(Functions().Except(Documented()));

    [Fact]
    public void Everything_documented_is_a_function() => Assert.Empty(Documented().Except(Functions()));

    [Fact]
    public void Every_operation_has_a_name_of_its_own_a_summary_and_answers()
    {
        var operations = Operations().Select(found => found.Operation).ToList();

        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation => Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString())));
        Assert.All(operations, operation => Assert.NotEmpty(operation.GetProperty("responses").EnumerateObject()));
    }

    [Fact]
    public void Every_parameter_of_a_path_is_described()
    {
        foreach (var path in Document.GetProperty("paths").EnumerateObject())
        {
            var described = path.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ToList() : [];
            var named = path.Name.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
            Assert.Equal(named, described);
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = References(Document).Distinct().ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(Leads(reference), reference));
    }

    [Fact]
    public void The_coordinators_side_asks_for_a_key_or_a_session_and_the_public_side_for_neither()
    {
        foreach (var (route, verb, operation) in Operations())
        {
            Assert.True(SchemeOf(route) == (operation.TryGetProperty("security", out var security) ? security[0].EnumerateObject().Single().Name : null), $"{verb} {route}");
        }

        foreach (var (method, trigger) in Triggers())
        {
            Assert.True(SchemeOf(trigger.Route!) == "functionKey" == (trigger.AuthLevel == AuthorizationLevel.Function), method.Name);
        }
    }

    /// <summary>Programs come with a key, people with a session; signing in asks for neither.</summary>
    private static string? SchemeOf(string route) => route switch
    {
        _ when route.StartsWith("api/coordinator", StringComparison.Ordinal) => "functionKey",
        _ when route.StartsWith("coordinator/sign-in", StringComparison.Ordinal) => null,
        _ when route.StartsWith("coordinator", StringComparison.Ordinal) => "deskSession",
        _ => null,
    };

    private static IEnumerable<string> Documented() => Operations().Select(found => $"{found.Verb} {found.Route}");

    private static IEnumerable<(string Route, string Verb, JsonElement Operation)> Operations() =>
        from path in Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Verbs.Contains(operation.Name)
        select (path.Name[1..], operation.Name, operation.Value);

    /// <summary>HEAD goes with every GET, OPTIONS is a browser's question before a post, and what catches all other addresses is none itself.</summary>
    private static IEnumerable<string> Functions() =>
        from found in Triggers()
        where !found.Trigger.Route!.StartsWith("{*", StringComparison.Ordinal)
        from verb in found.Trigger.Methods!.Select(verb => verb.ToLowerInvariant()).Except(["head", "options"])
        select $"{verb} {found.Trigger.Route}";

    private static IEnumerable<(MethodInfo Method, HttpTriggerAttribute Trigger)> Triggers() =>
        from type in typeof(SendEmail).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.IsDefined(typeof(FunctionAttribute))
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        select (method, trigger);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Leads(string reference)
    {
        var at = Document;
        return reference.StartsWith("#/", StringComparison.Ordinal) && reference[2..].Split('/').All(step => at.TryGetProperty(step, out at));
    }
}
