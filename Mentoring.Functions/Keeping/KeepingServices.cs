using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Functions.Keeping;

public static class KeepingServices
{
    /// <summary>Adds what decides how long anything is kept, on top of the shell and the registrations.</summary>
    public static IServiceCollection AddKeeping(this IServiceCollection services) => services
        .AddSingleton<PastRounds>()
        .AddSingleton<PastPeople>()
        .AddSingleton<PastRows>()
        .AddSingleton<PastMails>()
        .AddSingleton<PastSignIns>();
}
