using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;

namespace Mentoring.Functions.Coordinator;

/// <summary>Everything in a round at one moment, read once for a page, a figure or a file. All by id, in ordinal order.</summary>
public sealed record RoundBook(
    string Id,
    Round Round,
    ImmutableSortedDictionary<string, Registration> Registrations,
    ImmutableSortedDictionary<string, MenteeStanding> Mentees,
    ImmutableSortedDictionary<string, MentorPlaces> Mentors,
    ImmutableSortedDictionary<string, Offer> Offers,
    ImmutableSortedDictionary<string, Agreement> Agreements,
    ImmutableSortedDictionary<string, Partnership> Partnerships,
    ImmutableSortedDictionary<string, Review> Reviews,
    IReadOnlyList<OutboxMail.Failed> FailedMails,
    IReadOnlyList<JournalEntry> CoordinatorsEntries)
{
    private readonly ConcurrentDictionary<Type, object> _workedOut = new();

    /// <summary>Points that a coordinator has set aside; see <see cref="SettledPoint"/>.</summary>
    public IReadOnlySet<string> Settled { get; init; } = new HashSet<string>();

    public RoundPlan? Plan => Round.PlanOf(Round);

    public MatchingRecord? Matching => Round switch
    {
        Round.Matched matched => matched.Matching,
        Round.Announced announced => announced.Matching,
        _ => null,
    };

    /// <summary>What follows from the book, worked out once for as long as the journal does not grow.</summary>
    /// <param name="workOut">May use neither the clock nor <see cref="FailedMails"/> nor <see cref="Settled"/>: these change without an entry.</param>
    /// <typeparam name="T">Names what is worked out: one type, one thing.</typeparam>
    internal T Once<T>(Func<T> workOut)
        where T : class => (T)_workedOut.GetOrAdd(typeof(T), static (_, work) => work(), workOut);

    /// <summary>Null after erasure, and where there is nobody.</summary>
    public Entry? EntryOf(string registration) => Registrations.TryGetValue(registration, out var state) ? Http.People.EntryOf(state) : null;

    public string NameOf(string registration) => EntryOf(registration)?.Name ?? "(erased)";

    /// <summary>Those who are mentors here. Whoever is both may have come from an earlier round in one role only.</summary>
    public IEnumerable<MentorProfile> MentorProfiles() => Active(Mentors).Select(entry => entry.Mentor).OfType<MentorProfile>();

    public IEnumerable<MenteeProfile> MenteeProfiles() => Active(Mentees).Select(entry => entry.Mentee).OfType<MenteeProfile>();

    private IEnumerable<Entry> Active<T>(ImmutableSortedDictionary<string, T> role) =>
        Registrations.Where(registration => role.ContainsKey(registration.Key)).Select(registration => registration.Value).OfType<Registration.Active>().Select(active => active.Entry);

    /// <summary>Whoever waits, in the order of the waiting list.</summary>
    public IEnumerable<(string Id, WaitingHistory History)> Waiting() =>
        Mentees.Where(mentee => mentee.Value is MenteeStanding.Waiting).Select(mentee => (mentee.Key, MenteeStanding.HistoryOf(mentee.Value)!))
            .OrderByDescending(mentee => mentee.Item2.RoundsWaited).ThenBy(mentee => mentee.Item2.Since).ThenBy(mentee => mentee.Key, StringComparer.Ordinal);
}
