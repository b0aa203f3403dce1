using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Functions.Coordinator;

public static class CoordinatorServices
{
    /// <summary>Adds what the coordinator's functions need, on top of the shell, the answers and the rounds' own services.</summary>
    public static IServiceCollection AddCoordinator(this IServiceCollection services) => services
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
        .AddSingleton<MembershipConfirmation>()
        .AddSingleton<JournalDesk>()
        .AddSingleton<DeadLetterDesk>()
        .AddSingleton<InstanceDesk>()
        .AddSingleton<MailDesk>()
        .AddSingleton<CoordinatorPages>();
}
