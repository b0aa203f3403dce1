using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Polly;

namespace Mentoring.Functions.Memberships;

public static class MembershipServices
{
    /// <summary>Adds what asks for memberships. Without records the form is trusted.</summary>
    public static IServiceCollection AddMemberships(this IServiceCollection services)
    {
        services.TryAddSingleton<IMembershipRecords, TrustedForms>();
        services.AddSingleton<MembershipAsking>();
        services.AddSingleton<MembershipDoor>();
        services.AddSingleton<MembershipConsequences>();
        services.AddSingleton<MembershipChecking>();
        return services;
    }

    /// <summary>Adds the records that the settings choose.</summary>
    /// <param name="guard">Puts a policy before a client: the hosts have different means for it.</param>
    /// <exception cref="Settings.SettingMissingException">The setting is missing or names no source, or one that the source needs is missing or malformed.</exception>
    /// <exception cref="InvalidDataException">The file of members is faulty.</exception>
    public static IServiceCollection AddMembershipRecords(
        this IServiceCollection services, IConfiguration settings, Func<IHttpClientBuilder, IAsyncPolicy<HttpResponseMessage>, IHttpClientBuilder> guard)
    {
        var read = new MembershipSettings(settings);
        return read.Source switch
        {
            "file" => services.AddFile(read.File),
            "directory" => services.AddDirectory(read.Directory, read.Audience, DirectoryPatience.Usual, guard),
            _ => services,
        };
    }

    /// <remarks>The client lives as long as the app, so its connections are renewed rather than its handlers.</remarks>
    internal static IServiceCollection AddDirectory(
        this IServiceCollection services, Uri address, string? audience, DirectoryPatience patience, Func<IHttpClientBuilder, IAsyncPolicy<HttpResponseMessage>, IHttpClientBuilder> guard)
    {
        var client = services.AddHttpClient<IMembershipRecords, MembershipDirectory>(client =>
        {
            (client.BaseAddress, client.Timeout, client.MaxResponseContentBufferSize) = (address, patience.Whole, MembershipDirectory.MostBytes);
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        });

        // The number that is asked for stands in no log.
        client.RemoveAllLoggers().SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        guard(client, DirectoryPolicies.Of(patience));
        if (audience is not null)
            client.AddHttpMessageHandler(provider => new DirectoryToken(provider.GetRequiredService<TokenCredential>(), audience));
        return services;
    }

    /// <summary>Reads the file at once: a faulty one stops the start.</summary>
    private static IServiceCollection AddFile(this IServiceCollection services, string path)
    {
        MembersFile.Load(path);
        return services.AddSingleton<IMembershipRecords>(provider => new MembersOnFile(path, provider.GetRequiredService<ILogger<MembersOnFile>>()));
    }
}
