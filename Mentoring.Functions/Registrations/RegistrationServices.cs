using Mentoring.Functions.Rounds;
using Mentoring.Functions.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Functions.Registrations;

public static class RegistrationServices
{
    /// <summary>Adds what registering, one's own page and the scheme's public pages need beyond the shell, the answers and the ports.</summary>
    public static IServiceCollection AddRegistrations(this IServiceCollection services)
    {
        services.AddSingleton<CurrentRound>();
        services.AddSingleton<RegistrationBook>();
        services.AddSingleton<RegistrationPages>();
        services.AddSingleton<RegistrationIntake>();
        services.AddSingleton<OwnRegistrations>();
        services.AddSingleton<StandingReader>();
        services.AddSingleton<OwnPage>();
        services.AddSingleton<AmendmentDesk>();
        services.AddSingleton<Parting>();
        services.AddSingleton<Leaving>();
        services.AddSingleton<ChoicesDesk>();
        services.AddSingleton<DataDesk>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<SchemeChanges>();
        services.AddSingleton<SchemePages>();
        services.AddSingleton<Health>();
        services.AddSingleton<KnownRoutes>();
        return services;
    }
}
