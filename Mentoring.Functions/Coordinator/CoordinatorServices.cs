using Mentoring.Functions.Coordinator.Actions;
using Mentoring.Functions.Coordinator.Mails;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Coordinator.People;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Coordinator.Reports;
using Mentoring.Functions.Coordinator.Rounds;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentoring.Functions.Coordinator;

public static class CoordinatorServices
{
    /// <summary>Adds what the coordinator's functions need, on top of the shell, the answers and the rounds' own services.</summary>
    public static IServiceCollection AddCoordinator(this IServiceCollection services)
    {
        services.TryAddSingleton(new DeskAccess(OpenHere: false));
        services.TryAddSingleton<IMailLog, LedgerMailLog>();
        return services.AddProgramsSide().AddDesk();
    }

    private static IServiceCollection AddProgramsSide(this IServiceCollection services) => services
        .AddSingleton<ApiForm>()
        .AddSingleton<RoundDesk>()
        .AddSingleton<RoundBooks>()
        .AddSingleton<RoundViews>()
        .AddSingleton<Attention>()
        .AddSingleton<MatchingBases>()
        .AddSingleton<InsightDesk>()
        .AddSingleton<KnownPeople>()
        .AddSingleton<HandMatching>()
        .AddSingleton<KeepingApart>()
        .AddSingleton<OfferWithdrawal>()
        .AddSingleton<AddressCorrection>()
        .AddSingleton<MembershipConfirmation>()
        .AddSingleton<JournalDesk>()
        .AddSingleton<InstanceDesk>()
        .AddSingleton<MailDesk>()
        .AddSingleton<DeadLetterDesk>();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<SignIns>()
        .AddSingleton<SignInPages>()
        .AddSingleton<DeskDoor>()
        .AddSingleton<DeskLog>()
        .AddSingleton<ActionDesk>()
        .AddSingleton<RoundActions>()
        .AddSingleton<AddressActions>()
        .AddSingleton<PairActions>()
        .AddSingleton<Reassignment>()
        .AddSingleton<ChangeActions>()
        .AddSingleton<RedriveActions>()
        .AddSingleton<KeptRuns>()
        .AddSingleton<RoundCourses>()
        .AddSingleton<OverviewPages>()
        .AddSingleton<PeoplePages>()
        .AddSingleton<Stories>()
        .AddSingleton<StoryPages>()
        .AddSingleton<RoundPages>()
        .AddSingleton<InsightPages>()
        .AddSingleton<ReportPages>()
        .AddSingleton<StagedFiles>()
        .AddSingleton<UploadedFiles>()
        .AddSingleton<ImportBook>()
        .AddSingleton<UploadPages>()
        .AddSingleton<MailPages>()
        .AddSingleton<SettingsPages>();
}
