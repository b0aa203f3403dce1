using Mentoring.Pages.Mails;
using Mentoring.Pages.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Pages;

public static class PagesServices
{
    /// <summary>Adds <see cref="PageRenderer"/>, <see cref="MailRenderer"/> and <see cref="SnippetRenderer"/>, one each for the whole process.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ComponentRendering(provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        services.AddSingleton(provider => new PageRenderer(provider.GetRequiredService<ComponentRendering>()));
        services.AddSingleton(provider => new MailRenderer(provider.GetRequiredService<ComponentRendering>()));
        services.AddSingleton(provider => new SnippetRenderer(provider.GetRequiredService<ComponentRendering>()));
        return services;
    }
}
