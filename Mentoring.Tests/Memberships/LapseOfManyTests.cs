using Mentoring.Functions.Ledger;
using Mentoring.Functions.Memberships;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Memberships;

/// <summary>A mentor with so many mentees that what follows from a lapse does not fit one transaction; and one person's trouble among many who are checked.</summary>
public sealed class LapseOfManyTests : MembershipJourney
{
    private static readonly DirectoryPatience Patience = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), Retries: 0, TimeSpan.FromMilliseconds(1), FailuresToBreak: int.MaxValue, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [Trait("Requirement", "B11")]
    public async Task A_mentor_of_many_whose_membership_is_not_renewed_in_time_is_parted_from_everybody_once(int many)
    {
        await using var journey = await Journey.StartAsync(settings => SchemeJson.Put(settings, "capacityLimit", "20"), services: services => Directory.AddTo(services, Patience));
        var (mentor, mentees) = await RegisterAsync(journey, many);
        await journey.CloseAsync();
        await PairAsync(journey, mentor, mentees);

        Directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(75);

        await ArePartedAsync(journey, mentees);
        Assert.Equal(["mentor-available"], await journey.StandingsAsync(mentor));
        Assert.All(await LedgerImage.JournalAsync(journey.Host.Ledger), entry => Assert.False(entry.Draft.Event == "partnership.ended" && entry.Draft.By != "clock"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_mentor_of_many_who_would_have_been_refused_had_the_records_answered_is_turned_away()
    {
        await using var journey = await Journey.StartAsync(
            settings =>
            {
                SchemeJson.Put(settings, "intake", "\"rolling\"");
                SchemeJson.Put(settings, "rounds[0].deadline", null);
                SchemeJson.Put(settings, "capacityLimit", "20");
            },
            new DateTimeOffset(2024, 9, 5, 8, 0, 0, TimeSpan.Zero),
            services => Directory.AddTo(services, Patience));
        Directory.IsDown = true;
        var (mentor, mentees) = await RegisterAsync(journey, 6);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(10));
        await PairAsync(journey, mentor, mentees);

        Directory.With("M-2", "lapsed").IsDown = false;
        await journey.AdvanceDaysAsync(3);

        await ArePartedAsync(journey, mentees);
        Assert.Single(journey.Mails(mentor, "registration-withdrawn"));
    }

    [Fact]
    public async Task Whoever_cannot_be_checked_does_not_keep_others_from_being_checked()
    {
        Stubborn? ledger = null;
        await using var journey = await Journey.StartAsync(services: services =>
        {
            Directory.AddTo(services, Patience);
            services.AddSingleton<ILedger>(ledger = new Stubborn((ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!));
        });
        Directory.With("M-1").With("M-5");
        await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));
        await journey.RegisterAsync(Mentee("Ann Lee", "M-5"));
        await journey.CloseAsync();
        Directory.With("M-1", "lapsed").With("M-5", "lapsed");
        ledger!.RefusesOne = true;
        await journey.AdvanceDaysAsync(32);

        Assert.Single(journey.Host.Mailbox.Read(), mail => mail.Mail.Template == "membership-lapsed");
        Assert.NotEmpty(journey.Host.Faults);
        Assert.All(journey.Host.Faults, fault => Assert.IsType<InvalidOperationException>(Assert.Single(Assert.IsType<AggregateException>(fault.Exception).InnerExceptions)));
    }

    [Fact]
    public async Task Whoever_cannot_be_checked_does_not_keep_the_round_from_being_matched()
    {
        Stubborn? ledger = null;
        await using var journey = await Journey.StartAsync(services: services =>
        {
            Directory.AddTo(services, Patience);
            services.AddSingleton<ILedger>(ledger = new Stubborn((ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!));
        });
        Directory.With("M-2").With("M-5");
        await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1));
        var ann = await journey.RegisterAsync(Mentee("Ann Lee", "M-5").With("seeks", "wellbeing"));
        Directory.IsDown = true;
        await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));

        Directory.With("M-1", "lapsed").IsDown = false;
        ledger!.RefusesOne = true;
        await journey.CloseAsync();

        Assert.NotEmpty(journey.Host.Faults);
        Assert.Single(journey.Mails(ann, "round-unmatched"));
    }

    private async Task<(string Mentor, IReadOnlyList<string> Mentees)> RegisterAsync(Journey journey, int many)
    {
        Directory.With("M-2");
        var mentor = await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", many));
        var mentees = new List<string>();
        for (var number = 0; number < many; number++)
        {
            Directory.With($"M-1{number}");
            mentees.Add(await journey.RegisterAsync(Mentee($"Mentee {(char)('A' + number)}", $"M-1{number}")));
        }

        return (mentor, mentees);
    }

    private static async Task PairAsync(Journey journey, string mentor, IReadOnlyList<string> mentees)
    {
        foreach (var mentee in mentees)
        {
            await journey.AcceptAsync(mentee);
            await journey.SignBothAsync(mentee, mentor);
        }
    }

    private static async Task ArePartedAsync(Journey journey, IReadOnlyList<string> mentees)
    {
        foreach (var mentee in mentees)
        {
            Assert.Single(journey.Mails(mentee, "partnership-ended"));
            Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(mentee));
        }
    }

    /// <summary>Takes no news of the first person who is checked.</summary>
    private sealed class Stubborn(ILedger inner) : LedgerAround(inner)
    {
        private string? subject;

        public bool RefusesOne { get; set; }

        public override ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
        {
            var lapsed = RefusesOne ? change.Journal.FirstOrDefault(entry => entry.Event is "registration.membership-lapsed" or "registration.turned-away") : null;
            subject ??= lapsed?.Subject;
            return lapsed is not null && lapsed.Subject == subject ? throw new InvalidOperationException("It takes no news of this person.") : base.CommitAsync(change, cancellation);
        }
    }
}
