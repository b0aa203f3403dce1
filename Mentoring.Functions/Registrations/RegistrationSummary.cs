using Mentoring.Core.Registrations;
using Mentoring.Core.Time;
using Mentoring.Pages.Registrations;

namespace Mentoring.Functions.Registrations;

/// <summary>A person's own registration, for programs.</summary>
/// <param name="State"><c>active</c> or <c>withdrawn</c>.</param>
/// <param name="Fields">As the form has them; sent back, they say the same.</param>
/// <param name="Excluded">How many people were named as never to be paired with.</param>
public sealed record RegistrationSummary(
    string RegistrationId,
    string RoundId,
    string State,
    DateTimeOffset? AmendUntil,
    IReadOnlyList<StandingSummary> Standings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields,
    int Excluded)
{
    public static RegistrationSummary Of(OwnRegistration own, LocalInstant? amendUntil, IReadOnlyList<RegistrationStanding> standings) => new(
        own.Home.Id,
        own.Home.Round,
        own.Home.Registration is Registration.Withdrawn ? "withdrawn" : "active",
        amendUntil?.Instant,
        [.. standings.Select(StandingSummary.Of)],
        EntryFields.Of(own.Entry),
        own.Entry.Exclude.Count);
}

/// <param name="Until">Reply by, sign by, end or next word, as the state says.</param>
/// <param name="AnswerBy">Until when an open review takes answers; null while there is none.</param>
public sealed record StandingSummary(
    string State, DateTimeOffset? Until = null, string? Partner = null, IReadOnlyList<string>? Reasons = null, bool? NextRound = null, DateTimeOffset? AnswerBy = null)
{
    public static StandingSummary Of(RegistrationStanding standing) => standing switch
    {
        RegistrationStanding.Received received => new("received", received.Deadline?.Instant),
        RegistrationStanding.MentorAvailable mentor => new("mentor-available", mentor.NextWord?.Instant),
        RegistrationStanding.MentorPausing => new("mentor-pausing"),
        RegistrationStanding.MenteeWaiting waiting => new("mentee-waiting", waiting.NextWord?.Instant, null, waiting.Reasons, waiting.NextRound),
        RegistrationStanding.OfferOpen offer => new("offer-open", offer.ReplyBy?.Instant),
        RegistrationStanding.Introduced introduced => new("introduced", introduced.SignBy.Instant, introduced.PartnerName),
        RegistrationStanding.InPartnership partnership => new("in-partnership", partnership.Ends.Instant, partnership.PartnerName, AnswerBy: partnership.Review?.AnswerBy.Instant),
        RegistrationStanding.MenteeNotWaiting => new("mentee-not-waiting"),
        RegistrationStanding.MenteeFinished => new("mentee-finished"),
        _ => new("withdrawn"),
    };
}
