using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Registrations;

/// <summary>Everything that is held about a person, in their hands.</summary>
public sealed record HeldData(DateTimeOffset At, IReadOnlyList<HeldRegistration> Registrations);

/// <summary>One round's part of it.</summary>
/// <param name="Links">How many links were made for this person; the links themselves are kept as hashes only.</param>
public sealed record HeldRegistration(
    string RoundId, string RegistrationId, string State, Entry? Entry, DateTimeOffset? ReceivedAt, HeldMentee? Mentee, HeldMentor? Mentor,
    IReadOnlyList<HeldOffer> Offers, IReadOnlyList<HeldPartnership> Partnerships, IReadOnlyList<HeldReview> Reviews, int Links, IReadOnlyList<HeldMail> Mails,
    HeldMembership? Membership, HeldLeaving? Left)
{
    public static HeldRegistration Of(Station station, HeldRecords records, int links, IReadOnlyList<HeldMail> mails) => new(
        station.Round,
        station.Id,
        Name(station.Registration),
        Persons.EntryOf(station.Registration),
        Registration.ReceivedAtOf(station.Registration),
        station.Mentee is MenteeStanding.None ? null : new HeldMentee(Name(station.Mentee), MenteeStanding.HistoryOf(station.Mentee)),
        MentorPlaces.PlacesOf(station.Mentor) is { } places ? new HeldMentor(Name(station.Mentor), places.Capacity, places.Taken) : null,
        [.. records.Offers.Select(held => HeldOffer.Of(held.Id, held.Offer))],
        [.. records.Partnerships.Select(held => HeldPartnership.Of(held.Id, held.Party, held.Partnership, held.Agreement))],
        [.. records.Reviews.Select(held => new HeldReview(held.Id, Name(held.Review), (held.Review as Review.Answered)?.At, (held.Review as Review.Answered)?.Answers))],
        links,
        mails,
        (station.Registration as Registration.Active)?.Membership is { } membership ? new HeldMembership(membership.Code, (membership as Membership.Lapsed)?.RenewBy.Instant) : null,
        station.Registration is Registration.Withdrawn left ? new HeldLeaving(left.WithdrawnAt, left.TurnedAway switch { null => null, MembershipFinding.Lapsed => "lapsed", _ => "not-admitted" }) : null);

    /// <summary>The case of a union, as rows spell it.</summary>
    internal static string Name(object state) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.GetType().Name);
}

/// <summary>What the association's records said when they were asked last.</summary>
public sealed record HeldMembership(string State, DateTimeOffset? RenewBy);

/// <param name="TurnedAway">What the association's records said, because of which the scheme took them out: <c>lapsed</c> or <c>not-admitted</c>; null where they left themselves.</param>
public sealed record HeldLeaving(DateTimeOffset At, string? TurnedAway);

/// <param name="Waiting">Mentors who are not offered again stand in it as hashes.</param>
public sealed record HeldMentee(string State, WaitingHistory? Waiting);

/// <summary>A mentor's places without those that offers hold: a mentor does not hear of an offer before it is accepted.</summary>
public sealed record HeldMentor(string State, int Capacity, IReadOnlyList<string> Partnerships);

/// <param name="Reason">The person's own words at a decline, or the coordinator's to them at a withdrawal.</param>
public sealed record HeldOffer(string OfferId, string State, DateTimeOffset MadeAt, DateTimeOffset? SettledAt, string? Reason, IReadOnlyList<string> Why)
{
    public static HeldOffer Of(string id, Offer offer)
    {
        var terms = Offer.TermsOf(offer)!;
        var (at, reason) = offer switch
        {
            Offer.Accepted accepted => (accepted.AcceptedAt, null),
            Offer.Declined declined => (declined.DeclinedAt, declined.Reason),
            Offer.Expired expired => (expired.ExpiredAt, null),
            Offer.Withdrawn withdrawn => (withdrawn.WithdrawnAt, withdrawn.Words),
            _ => ((DateTimeOffset?)null, (string?)null),
        };
        return new HeldOffer(id, HeldRegistration.Name(offer), terms.MadeAt, at, reason, [.. terms.Reasons.Select(part => part.Words)]);
    }
}

/// <param name="Signature">The person's own; null where they did not sign.</param>
/// <param name="Comment">The person's own words at the ending.</param>
public sealed record HeldPartnership(string PartnershipId, Party As, string State, Signature? Signature, DateTimeOffset? EndedAt, string? EndingReason, string? Comment)
{
    public static HeldPartnership Of(string id, Party party, Partnership partnership, Agreement agreement)
    {
        var ending = (partnership as Partnership.Ended)?.Ending;
        return new HeldPartnership(
            id, party, HeldRegistration.Name(partnership), Agreement.SignatureOf(agreement, party), ending?.At, ending?.Reason.Code(), ending?.WordsOf(party));
    }
}

public sealed record HeldReview(string ReviewId, string State, DateTimeOffset? AnsweredAt, ReviewAnswers? Answers);

public sealed record HeldMail(string Template, string State, DateTimeOffset At);
