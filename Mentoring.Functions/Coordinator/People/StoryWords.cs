using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Journal entries as sentences about one person. The journal holds ids and codes; names come from the rows as they are now.</summary>
/// <param name="person">Whose story it is, by registration.</param>
internal sealed class StoryWords(RoundBook book, string person)
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["objectives-met"] = "the objectives were met", ["circumstances"] = "circumstances changed", ["capacity"] = "there was no time for it", ["role-change"] = "a role changed", ["other"] = "for another reason", ["completed"] = "the term was over",
    };

    /// <summary>Null for what only says again what another entry says.</summary>
    public string? Of(JournalEntry entry)
    {
        var draft = entry.Draft;
        var id = draft.Subject.Split(':', 2)[^1];
        return draft.Event switch
        {
            "registration.received" => $"Registered as {Fact(draft, "role") switch { "both" => "mentor and mentee", { Length: > 0 } role => role, _ => "participant" }}{By(draft)}.",
            "registration.brought" => "Came over from an earlier round.",
            "registration.amended" => "Changed their registration.",
            "registration.excluded" => $"Is never to be paired with {Name(Fact(draft, "other"))}{By(draft)}.",
            "registration.address-corrected" => $"Has another address for emails{By(draft)}.",
            // Erased when their time was over, they are withdrawn on the way.
            "registration.withdrawn" => draft.By == "clock" ? null : "Withdrew.",
            "registration.erased" => draft.By == "clock" ? "Had been kept as long as the scheme’s settings say: everything about them was erased." : "Had everything about them erased.",
            "registration.membership-unknown" => "The membership records do not know them.",
            "registration.membership-lapsed" => "Their membership lapsed.",
            "registration.membership-over" => "Their membership was not renewed in time.",
            "registration.membership-in-order" => $"Their membership is in order{By(draft)}.",
            "registration.training-completed" => "Completed the training for mentors.",
            "registration.turned-away" => "Was taken out: by the membership records they may not take part.",
            // Whoever withdraws or is taken out leaves it, too, and that is told already.
            "mentee.left" => draft.By == "mentee" ? "Left the waiting list." : null,
            "mentee.rejoined" => "Asked to be back on the waiting list.",
            "mentee.stays" => "Wants to be kept for the next round.",
            "mentee.stays-not" => "Does not want to be kept for the next round.",
            "mentee.carried" or "mentor.carried" => $"Went over into round {Fact(draft, "to")}.",
            "mentor.rests" => "Takes nobody new for now.",
            "mentor.rejoined" => "Is there for mentees again.",
            _ when draft.Event.StartsWith("offer.", StringComparison.Ordinal) => OfOffer(draft, book.Offers.GetValueOrDefault(id) is { } offer ? Offer.TermsOf(offer) : null),
            _ when draft.Event.StartsWith("agreement.", StringComparison.Ordinal) || draft.Event.StartsWith("partnership.", StringComparison.Ordinal) => OfPair(draft, PairOf(id)),
            "review.asked" => $"Was asked for {Fact(draft, "kind") switch { "final" => "a final", "interim" => "an interim", _ => "a" }} review.",
            "review.answered" => "Answered a review.",
            "review.permission-changed" => "Changed what their answers in a review may be used for.",
            "review.reminded" => "Was reminded of a review.",
            "review.unanswered" => "Left a review unanswered.",
            _ => null,
        };
    }

    private string? OfOffer(JournalDraft draft, OfferTerms? terms)
    {
        if (terms is null)
            return null;
        var other = Name(terms.MenteeId == person ? terms.MentorId : terms.MenteeId);
        var isMentee = terms.MenteeId == person;
        return draft.Event switch
        {
            "offer.made" => isMentee ? $"Was offered {other} as mentor{(terms.ByHand ? ", matched by hand" : "")}." : $"Was offered to {other} as mentor, without knowing{(terms.ByHand ? "; matched by hand" : "")}.",
            "offer.reminded" => isMentee ? "Was reminded of the offer." : null,
            "offer.stopped" => $"The offer’s email did not arrive; its time stands still.",
            "offer.rescheduled" => isMentee ? "The time to reply began when the email went out." : null,
            "offer.accepted" => isMentee ? $"Accepted {other}. Both were introduced." : $"Was accepted by {other}. Both were introduced.",
            "offer.declined" => isMentee ? $"Declined {other}, who is not told." : $"Was declined by {other}, and is not told.",
            "offer.expired" => isMentee ? $"Did not answer in time; the offer of {other} ran out." : $"The offer to {other} ran out, without their knowing.",
            "offer.withdrawn" => isMentee ? $"The offer of {other} was taken back{By(draft)}." : $"The offer to {other} was taken back{By(draft)}, without their knowing.",
            _ => null,
        };
    }

    private string? OfPair(JournalDraft draft, Pair? pair)
    {
        if (pair is null)
            return null;
        var other = Name(pair.MenteeId == person ? pair.MentorId : pair.MenteeId);
        var mine = Fact(draft, "party") == (pair.MenteeId == person ? "mentee" : "mentor");
        return draft.Event switch
        {
            "agreement.signed" => mine ? "Signed the agreement." : $"{other} signed the agreement.",
            "agreement.reminded" => "Whoever had not signed was reminded.",
            "agreement.lapsed" => $"The agreement with {other} was not signed in time.",
            "partnership.active" => $"The partnership with {other} began.",
            "partnership.interim-review" => "Both were asked how it goes.",
            "partnership.final-review" => "The term came to its end; both were asked whether to go on.",
            "partnership.review-asked" => mine ? "Asked for a review." : $"{other} asked for a review.",
            "partnership.said" => mine ? "Wrote to the coordinator about the ending." : $"{other} wrote to the coordinator about the ending.",
            "partnership.continued" => $"Goes on with {other}: both wanted to.",
            "partnership.ended" => $"The partnership with {other} ended: {Endings.GetValueOrDefault(Fact(draft, "reason"), "no reason was given")}{By(draft)}.",
            _ => null,
        };
    }

    private Pair? PairOf(string id) => Partnership.PairOf(book.Partnerships.GetValueOrDefault(id) ?? new Partnership.None());

    private string Name(string id) => id.Length == 0 ? "somebody who is not registered" : book.NameOf(id);

    private static string By(JournalDraft draft) => draft.By == "coordinator" ? ", by the coordinator" : "";

    private static string Fact(JournalDraft draft, string name) => draft.Facts.FirstOrDefault(fact => fact.Key == name).Value ?? "";
}
