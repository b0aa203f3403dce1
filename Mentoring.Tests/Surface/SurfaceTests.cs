#if AZURE_SURFACE
using System.Reflection;
using Azure.Communication.Email;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Surface;

public sealed class SurfaceTests
{
    private static readonly Assembly s_surface = typeof(FunctionAttribute).Assembly;

    /// <summary>Types that would need Azure to do anything; every other type only carries data or forwards.</summary>
    private static readonly Type[] s_needAzure =
    [
        typeof(FunctionsApplication), typeof(FunctionsApplicationBuilder), typeof(FunctionsApplicationBuilderAspNetCoreExtensions),
        typeof(ServiceBusClient), typeof(ServiceBusSender), typeof(ServiceBusReceiver), typeof(ServiceBusMessageActions),
        typeof(ConfigureFunctionsOpenTelemetry), typeof(OpenTelemetryBuilderExtensions), typeof(OpenTelemetryServicesExtensions),
        typeof(TableServiceClient), typeof(EmailClient), typeof(EmailSendOperation), typeof(PollyHttpClientBuilderExtensions),
    ];

    [Fact]
    public void Public_types_live_in_the_packages_own_namespaces()
    {
        string[] packages = ["Microsoft.Azure.Functions.Worker", "Microsoft.DurableTask", "Azure.Messaging.ServiceBus", "Azure.Data.Tables", "Azure.Communication.Email", "Microsoft.Extensions.Hosting", "Azure.Monitor.OpenTelemetry.Exporter", "OpenTelemetry", "Microsoft.Extensions.DependencyInjection"];
        Assert.All(s_surface.GetExportedTypes(), type =>
            Assert.Contains(packages, package => type.Namespace == package || type.Namespace!.StartsWith(package + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_needs_Azure_throws_with_the_reason()
    {
        foreach (var method in s_needAzure.SelectMany(Own))
        {
            var closed = method.ContainsGenericParameters ? method.MakeGenericMethod(typeof(object)) : method;
            var target = closed.IsStatic ? null : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(closed.DeclaringType!);
            var arguments = closed.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
            var thrown = Assert.Throws<TargetInvocationException>(() => closed.Invoke(target, [.. arguments])).InnerException;
            Assert.Contains("AzurePackages=false", Assert.IsType<NotSupportedException>(thrown).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Clients_of_Azure_cannot_be_made()
    {
        Assert.Throws<NotSupportedException>(() => new ServiceBusClient("Endpoint=sb://nowhere"));
        Assert.Throws<NotSupportedException>(() => new TableServiceClient(new Uri("https://nowhere"), new DefaultAzureCredential()));
        Assert.Throws<NotSupportedException>(() => new EmailClient(new Uri("https://nowhere"), new DefaultAzureCredential()));
        Assert.Throws<NotSupportedException>(() => FunctionsApplication.CreateBuilder([]));
    }

    private static IEnumerable<MethodInfo> Own(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
}
#endif
