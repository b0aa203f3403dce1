using System.Text.Json;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Local.Schemes;
using Mentoring.Local.Simulation;
using Mentoring.Local.Storage;
using Mentoring.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>The planners' whole year, sixty people, and nobody at the coordinator's desk.</summary>
public sealed class ZeroTouchYearTests
{
    [Fact]
    [Trait("Requirement", "B7")]
    [Trait("Requirement", "B9")]
    public async Task A_year_of_more_than_twenty_pairs_runs_without_the_coordinator_and_comes_out_the_same_again()
    {
        var (figures, mails) = await PlayAsync(12);
        Assert.Equal(0, figures.CoordinatorActions);
        Assert.InRange(figures.Pairs, 20, 60);
        Assert.Equal(60, figures.Registrations);
        Assert.InRange(figures.ReachedFinalReview, 1, figures.Pairs);

        // Played again as far as the partnerships' beginnings: the same mails to the byte.
        var again = await PlayAsync(0);
        Assert.InRange(again.Figures.Pairs, 20, figures.Pairs);
        Assert.Equal(mails.Take(again.Mails.Count), again.Mails);
    }

    private static async Task<(YearFigures Figures, IReadOnlyList<string> Mails)> PlayAsync(int months)
    {
        const int Seed = 7;
        var file = Repository.At("samples", "planners", "scheme.json");
        var scheme = SchemeFile.Read(file);
        var plan = PlanOf(scheme);
        await using var people = File.OpenRead(Repository.At("samples", "planners", "registrations.csv"));
        var (rows, faults) = RegistrationFile.Read(people, scheme, plan.Opens.Instant);
        Assert.Empty(faults);
        using var folder = new TestFolder();
        await using var host = await SchemeHost.StartAsync(new SchemeHostOptions
        {
            SchemeFile = file, DataFolder = folder.Path, Start = plan.Opens.Instant.AddHours(-1), Durability = Durability.None, Seed = Seed,
        });
        await host.AdvanceToAsync(plan.Opens.Instant);
        var figures = await new SimulatedYear(host, new SimulatedBehaviour(new Temperament(), Seed)).PlayAsync(plan, [.. rows.Select(row => row.Fields)], months, CancellationToken.None);

        Assert.Empty(host.Faults);
        Assert.All(await host.Services.GetRequiredService<RoundVerification>().CheckAsync(plan.Id, CancellationToken.None), finding => Assert.True(finding.Holds, finding.Words));
        await LedgerImage.JournalHoldsAsync(host.Ledger);
        return (figures, [.. host.Mailbox.Read().Select(mail => JsonSerializer.Serialize(mail))]);
    }

    private static RoundPlan PlanOf(Scheme scheme)
    {
        var round = scheme.Rounds[0];
        return new RoundPlan(round.Id, round.Opens, round.Deadline, round.ReviewMonths ?? scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
    }
}
