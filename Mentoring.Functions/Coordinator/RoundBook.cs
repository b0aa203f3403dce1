using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;

namespace Mentoring.Functions.Coordinator;

/// <summary>Everything in a round at one moment, read once for a page, a figure or a file.</summary>
public sealed record RoundBook(
    string Id,
    Round Round,
    IReadOnlyDictionary<string, Registration> Registrations,
    IReadOnlyDictionary<string, MenteeStanding> Mentees,
    IReadOnlyDictionary<string, MentorPlaces> Mentors,
    IReadOnlyDictionary<string, Offer> Offers,
    IReadOnlyDictionary<string, Partnership> Partnerships,
    IReadOnlyList<OutboxMail.Failed> FailedMails,
    IReadOnlyList<JournalEntry> CoordinatorsEntries)
{
    /// <summary>Points that a coordinator has set aside; see <see cref="SettledPoint"/>.</summary>
    public IReadOnlySet<string> Settled { get; init; } = new HashSet<string>();

    public RoundPlan? Plan => Round.PlanOf(Round);

    public MatchingRecord? Matching => Round switch
    {
        Round.Matched matched => matched.Matching,
        Round.Announced announced => announced.Matching,
        _ => null,
    };

    /// <summary>Null after erasure, and where there is nobody.</summary>
    public Entry? EntryOf(string registration) => Registrations.TryGetValue(registration, out var state) ? Http.People.EntryOf(state) : null;

    public string NameOf(string registration) => EntryOf(registration)?.Name ?? "(erased)";

    /// <summary>Whoever waits, in the order of the waiting list.</summary>
    public IEnumerable<(string Id, WaitingHistory History)> Waiting() =>
        Mentees.Where(mentee => mentee.Value is MenteeStanding.Waiting).Select(mentee => (mentee.Key, MenteeStanding.HistoryOf(mentee.Value)!))
            .OrderByDescending(mentee => mentee.Item2.RoundsWaited).ThenBy(mentee => mentee.Item2.Since).ThenBy(mentee => mentee.Key, StringComparer.Ordinal);
}
