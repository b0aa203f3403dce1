using Mentoring.Functions.Agreements;
using Mentoring.Functions.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Functions.Partnerships;

public static class PairServices
{
    /// <summary>Adds what pairs meet from the introduction on: agreement, partnership, reviews.</summary>
    public static IServiceCollection AddPairs(this IServiceCollection services) => services
        .AddSingleton<PairReader>()
        .AddSingleton<AgreementText>()
        .AddSingleton<AgreementDesk>()
        .AddSingleton<SecondEnding>()
        .AddSingleton<PartnershipDesk>()
        .AddSingleton<ReviewDesk>();
}
