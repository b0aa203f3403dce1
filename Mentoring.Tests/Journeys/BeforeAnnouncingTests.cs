using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Journeys;

/// <summary>What people do while a round is matched but not announced: offers go out, and everybody is told.</summary>
public sealed class BeforeAnnouncingTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Ann = "ann.other@university.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "RM13")]
    public async Task Whose_mentor_withdraws_between_the_matching_and_the_offers_is_matched_again_or_told_that_there_is_nobody(bool another)
    {
        var (journey, happens) = await StartAsync("round.matched");
        await using var disposed = journey;
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        if (another)
            await journey.RegisterAsync(Cast.Mentor("Wendy Ball"));
        happens.Then = async () =>
        {
            var matched = Assert.IsType<Round.Matched>(await journey.Host.Services.GetRequiredService<LedgerReader>().StateAsync(Stages.Rounds, journey.Round, journey.Round, default));
            var run = await journey.Host.Services.GetRequiredService<MatchingArchive>().ReadAsync(journey.Round, matched.Matching, default);
            await AskAsync(journey, new Request.ToRegistration(run.Result.Matches[0].MentorId, new Registration.Command.Withdraw()));
        };
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(1);

        Assert.True(happens.HasHappened);
        Assert.Equal(["registration-received", another ? "offer" : "rematch-waiting"], journey.Templates(Tom));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA4")]
    public async Task Nobody_is_told_that_there_is_no_mentor_and_offered_one_because_somebody_declined_at_once()
    {
        var (journey, happens) = await StartAsync("offer.made");
        await using var disposed = journey;
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        happens.Then = async () =>
        {
            var offer = (await new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Offers, null, default).ToListAsync())[0].Key.Id;
            await AskAsync(journey, new Request.ToOffer(offer, new Offer.Command.Decline(null)));
            await journey.Host.Services.GetRequiredService<RematchActivity>().Rematch(journey.Round, journey.Host.Services.GetRequiredService<DurableTaskClient>(), default);
            Assert.Single(await new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Offers, null, default).ToListAsync());
        };
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(1);

        Assert.True(happens.HasHappened);
        // The place that became free went to the other once the round was announced; whoever declined did so before their mail went out.
        string[][] told = [[.. journey.Templates(Tom)], [.. journey.Templates(Ann)]];
        Assert.Contains(["registration-received", "offer"], told);
        Assert.Contains(["registration-received", "no-second-match"], told);
        journey.HasNoFaults();
    }

    private static async Task<(Journey Journey, Happens Happens)> StartAsync(string happened)
    {
        Happens? happens = null;
        var journey = await Journey.StartAsync(services: services =>
            services.AddSingleton<ILedger>(happens = new Happens((ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!, happened)));
        return (journey, happens!);
    }

    private static async Task AskAsync(Journey journey, Request request) => Assert.IsType<Outcome.Done>(await journey.Host.Services.GetRequiredService<SchemeShell>().CarryOutAsync(
        journey.Round, request, Actor.Participant, new DurableWaker(journey.Host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance), default));

    /// <summary>Does something as soon as something has happened, once.</summary>
    private sealed class Happens(ILedger inner, string happened) : LedgerAround(inner)
    {
        public Func<Task>? Then { get; set; }

        public bool HasHappened { get; private set; }

        public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
        {
            var outcome = await base.CommitAsync(change, cancellation);
            if (!HasHappened && outcome is CommitOutcome.Committed && change.Journal.Any(entry => entry.Event == happened))
            {
                HasHappened = true;
                await Then!();
            }

            return outcome;
        }
    }
}
