using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Coordinator;

/// <summary>What a coordinator did in a round, counted once for each action: what followed from it is not counted again.</summary>
/// <param name="All">Every action but opening the round, which is setting up.</param>
/// <param name="Routine">
/// Those of them that kept things moving: they brought about by hand what the clockwork brings about by itself (a match, a step of a
/// round). The others are judgements that only a person can make: a longer deadline, two people kept apart, an offer taken back.
/// </param>
public sealed record CoordinatorActions(int All, int Routine)
{
    /// <summary>Events that the clockwork brings about by itself.</summary>
    private static readonly HashSet<string> Clockwork = new(StringComparer.Ordinal)
    {
        "offer.made", "round.closed", "round.matched", "round.announced", "round.waiting-updated", "orchestration.restarted",
    };

    private static readonly HashSet<string> Judgements = new(StringComparer.Ordinal)
    {
        "round.extended", "offer.withdrawn", "registration.excluded", "registration.address-corrected", "registration.membership-in-order", "registration.withdrawn", "partnership.ended",
        "mail.sent-again",
    };

    /// <param name="entries">The coordinator's, in order.</param>
    public static CoordinatorActions In(IReadOnlyList<JournalEntry> entries)
    {
        var (all, routine) = (0, 0);
        var apart = new HashSet<(string, string)>();
        DateTimeOffset? lastApart = null, lastEnded = null;
        foreach (var entry in entries)
        {
            var draft = entry.Draft;
            var isRoutine = Clockwork.Contains(draft.Event);
            if (!isRoutine && !Judgements.Contains(draft.Event))
                continue;

            // Keeping two people apart is entered with each of them, and may take back an offer between them.
            if (draft.Event == "registration.excluded")
            {
                lastApart = draft.At;
                if (!apart.Add(PairOf(draft)))
                    continue;
            }
            else if (draft.Event == "offer.withdrawn" && lastApart == draft.At)
            {
                continue;
            }
            else if (draft.Event == "partnership.ended")
            {
                lastEnded = draft.At;
            }

            // Giving a mentee another mentor ends their partnership and makes the offer, at one moment.
            all += draft.Event == "offer.made" && lastEnded == draft.At ? 0 : 1;
            routine += isRoutine ? 1 : 0;
        }

        return new CoordinatorActions(all, routine);
    }

    private static (string, string) PairOf(JournalDraft draft)
    {
        var one = draft.Subject.Split(':', 2)[^1];
        var other = draft.Facts.FirstOrDefault(fact => fact.Key == "other").Value ?? "";
        return string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
    }
}
