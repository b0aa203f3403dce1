using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;

namespace Mentoring.Local.Simulation;

/// <summary>What a year came to, read from the ledger.</summary>
/// <param name="Pairs">Introductions.</param>
/// <param name="DaysToIntroduction">From the deadline, or where there is none from their registration, to each mentee's first introduction, sorted.</param>
/// <param name="IsRolling">Whether there is no deadline.</param>
/// <param name="CoordinatorActions">Of any kind, setting up the round apart.</param>
/// <param name="Refused">Posts that came too late or contradicted an earlier one.</param>
public sealed record YearFigures(
    int Registrations,
    int Mentees,
    int Mentors,
    int Places,
    int Offers,
    IReadOnlyDictionary<string, int> OffersByOutcome,
    int MenteesOffered,
    int Pairs,
    double CrossInstitution,
    IReadOnlyList<double> DaysToIntroduction,
    bool IsRolling,
    int ReachedFinalReview,
    IReadOnlyDictionary<string, int> Endings,
    int WaitingAtEnd,
    IReadOnlyDictionary<string, int> Mails,
    int CoordinatorActions,
    IReadOnlyDictionary<string, int> Refused,
    TimeSpan Took)
{
    public static async Task<YearFigures> ReadAsync(
        LocalHost host, RoundPlan plan, IReadOnlyDictionary<string, int> refused, TimeSpan took, CancellationToken cancellation)
    {
        var reader = new LedgerReader(host.Ledger);
        var registrations = new Dictionary<string, Registration>();
        await foreach (var (key, state) in reader.AllAsync(Stages.Registrations, plan.Id, cancellation))
            registrations[key.Id] = state;
        var waiting = 0;
        await foreach (var (_, state) in reader.AllAsync(Stages.Mentees, plan.Id, cancellation))
            waiting += state is MenteeStanding.Waiting ? 1 : 0;
        var offers = new List<Offer>();
        await foreach (var (_, state) in reader.AllAsync(Stages.Offers, plan.Id, cancellation))
            offers.Add(state);
        var partnerships = new List<Partnership>();
        await foreach (var (_, state) in reader.AllAsync(Stages.Partnerships, plan.Id, cancellation))
            partnerships.Add(state);
        var (actions, reviewed) = (0, new HashSet<string>(StringComparer.Ordinal));
        await foreach (var entry in host.Ledger.JournalAsync(plan.Id, 0, cancellation))
        {
            actions += entry.Draft is { By: "coordinator", Event: not "round.created" } ? 1 : 0;
            // Those who go on have one in each term.
            if (entry.Draft.Event == "partnership.final-review")
                reviewed.Add(entry.Draft.Subject);
        }

        var entries = registrations.Values.Select(Mentoring.Functions.Http.People.EntryOf).OfType<Entry>().ToList();
        var accepted = offers.OfType<Offer.Accepted>().ToList();
        return new YearFigures(
            registrations.Count,
            entries.Count(entry => entry.Mentee is not null),
            entries.Count(entry => entry.Mentor is not null),
            entries.Sum(entry => entry.Mentor?.Capacity ?? 0),
            offers.Count,
            Counted(offers.Select(offer => offer.GetType().Name.ToLowerInvariant())),
            offers.Select(offer => Offer.TermsOf(offer)!.MenteeId).Distinct().Count(),
            accepted.Count,
            accepted.Count == 0 ? 0 : accepted.Count(offer => IsCross(offer, registrations)) / (double)accepted.Count,
            [.. accepted.GroupBy(offer => offer.Terms.MenteeId).Select(offers => (offers.Min(offer => offer.AcceptedAt) - (plan.Closes?.Instant ?? Registration.ReceivedAtOf(registrations[offers.Key])!.Value)).TotalDays).Order()],
            plan.IsRolling,
            reviewed.Count,
            Counted(partnerships.Select(EndingOf).OfType<string>()),
            waiting,
            host.Mailbox.Count(),
            actions,
            refused,
            took);
    }

    private static bool IsCross(Offer.Accepted offer, Dictionary<string, Registration> registrations)
    {
        var (mentee, mentor) = (InstitutionOf(registrations[offer.Terms.MenteeId]), InstitutionOf(registrations[offer.Terms.MentorId]));
        return mentee != mentor;
    }

    private static string? InstitutionOf(Registration registration) =>
        Mentoring.Functions.Http.People.EntryOf(registration) is { } entry ? InstitutionKey.Of(entry.Institution) : null;

    private static string? EndingOf(Partnership partnership) => partnership switch
    {
        Partnership.Ended ended => ended.Ending.Reason.Code(),
        Partnership.Lapsed => "agreement lapsed",
        _ => null,
    };

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names) =>
        new(names.CountBy(name => name).ToDictionary(), StringComparer.Ordinal);
}
