using Azure.Communication.Email;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Mentoring.Functions.Events;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Communication;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Queues.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Functions.Settings;

/// <summary>The outside world in Azure, chosen by settings: one adapter for each port. All of them sign in by an identity; there are no keys.</summary>
public static class Adapters
{
    private static readonly Dictionary<string, (string Purpose, Dictionary<string, Action<IServiceCollection, AzureSettings>> Choices)> Ports = new()
    {
        ["LEDGER"] = ("where every fact is kept", new() { ["tables"] = AddTables }),
        ["QUEUE"] = ("the service behind the queues", new() { ["servicebus"] = AddServiceBus }),
        ["EVENTS"] = ("where other systems hear what happens", new() { ["servicebus"] = AddTopic, ["off"] = static (_, _) => { } }),
        ["MAILER"] = ("the service that sends mails", new() { ["communication"] = AddCommunication }),
    };

    /// <exception cref="SettingMissingException">A port's setting is missing or names no adapter, or one that the adapter needs is missing or malformed.</exception>
    /// <exception cref="InvalidDataException">The file of members is faulty.</exception>
    public static IServiceCollection AddAdapters(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(Credential(settings["AZURE_CLIENT_ID"]));
        foreach (var (name, (purpose, choices)) in Ports)
        {
            if (settings[name] is not { } choice || !choices.TryGetValue(choice, out var add))
                throw new SettingMissingException(name, purpose, string.Join(" or ", choices.Keys));
            add(services, new AzureSettings(settings));
        }

        return services.AddMembershipRecords(settings, static (client, policy) => client.AddPolicyHandler(policy));
    }

    private static void AddTables(IServiceCollection services, AzureSettings settings)
    {
        var endpoint = settings.TablesEndpoint;
        services.AddSingleton<ILedger>(provider => new TablesLedger(
            new TableServiceClient(endpoint, provider.GetRequiredService<TokenCredential>()).GetTableClient(AzureSettings.TableName),
            TablesPatience.Of(provider.GetRequiredService<TimeProvider>())));
    }

    private static void AddServiceBus(IServiceCollection services, AzureSettings settings)
    {
        var name = settings.ServiceBusNamespace;
        services.AddSingleton(provider => new ServiceBusClient(name, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton<IQueue, ServiceBusQueue>();
        services.AddSingleton<IDeadLetters, ServiceBusDeadLetters>();
    }

    /// <summary>On the namespace of the queues.</summary>
    private static void AddTopic(IServiceCollection services, AzureSettings settings) => services.AddSingleton<IEventTopic, ServiceBusTopic>();

    private static void AddCommunication(IServiceCollection services, AzureSettings settings)
    {
        var (endpoint, sender) = (settings.MailEndpoint, settings.MailSender);
        services.AddSingleton(settings.MailQuota);
        services.AddSingleton<IMailer>(provider =>
        {
            // Whoever is told to wait waits in the queue, where it costs nothing and outlives the process.
            var options = new EmailClientOptions();
            options.Retry.MaxRetries = 0;
            return new CommunicationMailer(new EmailClient(endpoint, provider.GetRequiredService<TokenCredential>(), options), sender);
        });
    }

    /// <param name="identity">Client id of the user-assigned identity; null on a developer's machine, where whoever is signed in is used.</param>
    private static TokenCredential Credential(string? identity) =>
        string.IsNullOrWhiteSpace(identity) ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity));
}
