using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Functions.Settings;

/// <summary>The outside world in Azure, chosen by settings: one adapter for each port.</summary>
public static class Adapters
{
    /// <summary>Adapters by setting and value. A port's row grows with each adapter that is built for it.</summary>
    private static readonly Dictionary<string, (string Purpose, Dictionary<string, Action<IServiceCollection, IConfiguration>> Choices)> Ports = new()
    {
        ["LEDGER"] = ("where every fact is kept", []),
        ["QUEUE"] = ("the service behind the queues", []),
        ["MAILER"] = ("the service that sends mails", []),
    };

    /// <exception cref="SettingMissingException">A port's setting is missing or names no adapter.</exception>
    public static IServiceCollection AddAdapters(this IServiceCollection services, IConfiguration settings)
    {
        foreach (var (name, (purpose, choices)) in Ports)
        {
            if (settings[name] is not { } choice || !choices.TryGetValue(choice, out var add))
                throw new SettingMissingException(name, purpose, choices.Count == 0 ? "none in this build; Mentoring.Local brings its own" : string.Join(" or ", choices.Keys));
            add(services, settings);
        }

        return services;
    }
}
