using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Events;
using Mentoring.Functions.Http;
using Mentoring.Functions.Keeping;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Pacing;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Offers;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Telemetry;
using Mentoring.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentoring.Functions.Settings;

/// <summary>Everything the functions need but the adapters: ledger, mailer, queue and clock come from whoever hosts them.</summary>
public static class SchemeServices
{
    /// <param name="coordinators">Who may sign in at the desk beside the scheme's contact.</param>
    public static IServiceCollection AddScheme(this IServiceCollection services, Scheme scheme, Site site, IDocuments documents, IReadOnlyList<EmailAddress>? coordinators = null)
    {
        services.AddSingleton(new CoordinatorAddresses(scheme, coordinators ?? []));
        services.AddSingleton(scheme);
        services.AddSingleton(site);
        services.AddSingleton(documents);
        services.AddTelemetry();
        services.AddPages();
        services.TryAddSingleton<IIdentifiers, CryptographicIdentifiers>();
        services.AddSingleton<Lifecycle>();
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<SchemeShell>();
        services.AddSingleton<Answers>();
        services.AddSingleton<LinkReader>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MailAttachments>();
        services.TryAddSingleton(MailQuota.Unlimited);
        services.AddSingleton<MailPace>();
        services.AddSingleton<MailWaiting>();
        services.AddSingleton<MailDispatch>();
        services.AddSingleton<DeliveryReports>();
        services.TryAddSingleton<IEventTopic, NoTopic>();
        services.AddSingleton<EventPublishing>();
        services.AddSingleton<PoolReader>();
        services.AddSingleton<MatchingArchive>();
        services.AddSingleton<RoundOpening>();
        services.AddSingleton<RoundVerification>();
        services.AddSingleton<OfferMaking>();
        services.AddSingleton<CarryingOver>();
        services.AddSingleton<EarlierWishes>();
        services.AddSingleton<RematchActivity>();
        services.AddSingleton<OfferDesk>();
        services.AddMemberships();
        services.AddPairs();
        services.AddRegistrations();
        services.AddCoordinator();
        services.AddKeeping();
        return services;
    }
}
