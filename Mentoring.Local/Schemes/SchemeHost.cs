using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Durable;
using Mentoring.Local.Hosting;
using Mentoring.Local.LocalPages;
using Mentoring.Local.Memberships;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Schemes;

/// <summary>Starts a local host with the scheme's functions.</summary>
public static class SchemeHost
{
    /// <exception cref="InvalidDataException">The scheme's file is faulty; the message names every fault.</exception>
    /// <exception cref="DatabaseRefusedException">The data folder holds a damaged, foreign or newer database.</exception>
    public static async Task<LocalHost> StartAsync(SchemeHostOptions options, CancellationToken cancellation = default)
    {
        var scheme = SchemeFile.Read(options.SchemeFile);
        var site = new Site(new Uri($"http://localhost:{(options.Port == 0 ? 7071 : options.Port)}/"));
        LocalHost? host = null;
        host = await LocalHost.StartAsync(
            new LocalHostOptions
            {
                DataFolder = options.DataFolder,
                Functions = typeof(SendEmail).Assembly,
                Port = options.Port,
                Live = options.Live,
                Start = options.Start,
                Durability = options.Durability,
                Durable = options.Durable,
                ConfigureServices = services =>
                {
                    if (options.Seed is { } seed)
                        services.AddSingleton<IIdentifiers>(new SeededIdentifiers(seed));
                    services.AddSingleton(new DeskAccess(OpenHere: true));
                    services.AddScheme(scheme, site, new SchemeFolder(options.SchemeFile));
                    LocalMemberships.Add(services, options.Settings);
                    options.ConfigureServices?.Invoke(services);
                },
                ConfigureLogging = options.ConfigureLogging,
                ThisMachineOnly = "coordinator",
                MapPages = routes => SchemePages.Map(routes, () => host!, options.SchemeFile),
            },
            cancellation);
        return host;
    }
}

/// <summary>How a scheme runs on this machine.</summary>
public sealed record SchemeHostOptions
{
    public required string SchemeFile { get; init; }

    public required string DataFolder { get; init; }

    /// <inheritdoc cref="LocalHostOptions.Port"/>
    public int Port { get; init; }

    /// <inheritdoc cref="LocalHostOptions.Live"/>
    public TimeProvider? Live { get; init; }

    /// <inheritdoc cref="LocalHostOptions.Start"/>
    public DateTimeOffset? Start { get; init; }

    public Durability Durability { get; init; } = Durability.Full;

    /// <inheritdoc cref="LocalHostOptions.Durable"/>
    public DurableOptions Durable { get; init; } = new();

    /// <summary>Makes ids and links repeatable, for simulated years and tests; null for real people.</summary>
    public int? Seed { get; init; }

    /// <summary>Where memberships are looked up, by the names of the settings in Azure; where they say nothing, the form is trusted.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs after the scheme's own services, so that tests can put theirs in place.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
