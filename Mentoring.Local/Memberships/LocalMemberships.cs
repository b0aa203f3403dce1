using Azure.Core;
using Azure.Identity;
using Mentoring.Functions.Memberships;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentoring.Local.Memberships;

/// <summary>Where memberships are looked up on this machine: by the same settings as in Azure, and where they say nothing, the form is trusted.</summary>
internal static class LocalMemberships
{
    /// <summary>What the settings are called as environment variables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["MEMBERSHIPS", "MEMBERSHIP_FILE", "MEMBERSHIP_DIRECTORY", "MEMBERSHIP_AUDIENCE"];

    /// <exception cref="Functions.Settings.SettingMissingException">A setting that is needed is missing or malformed.</exception>
    /// <exception cref="InvalidDataException">The file of members is faulty.</exception>
    public static void Add(IServiceCollection services, IReadOnlyDictionary<string, string?> settings)
    {
        var read = new ConfigurationBuilder().AddInMemoryCollection([new("MEMBERSHIPS", "form")]).AddInMemoryCollection(settings).Build();
        services.AddMembershipRecords(read, static (client, policy) => client.AddHttpMessageHandler(() => new PolicyHandler(policy)));
        services.TryAddSingleton<TokenCredential>(static _ => new DefaultAzureCredential());
    }
}
