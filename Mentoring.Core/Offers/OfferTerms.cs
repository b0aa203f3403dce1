using System.Text.Json.Serialization;
using Mentoring.Core.Rounds;

namespace Mentoring.Core.Offers;

/// <summary>Who is offered to whom, and why.</summary>
/// <param name="MentorPerson">See <c>EmailAddress.Person</c>; remembered so that a declined pair never meets again in any round.</param>
/// <param name="ByHand">Matched by the coordinator.</param>
public sealed record OfferTerms(
    string OfferId,
    string RoundId,
    string MenteeId,
    string MentorId,
    string MentorPerson,
    long Score,
    IReadOnlyList<ScorePart> Reasons,
    int TermMonths,
    DateTimeOffset MadeAt,
    bool ByHand)
{
    /// <summary>Whether the coordinator wrote why these two.</summary>
    [JsonIgnore]
    public bool HasNote => Reasons.Any(part => part.Code == ScorePart.Note);

    public OfferTerms WithoutNote() => this with { Reasons = [.. Reasons.Where(part => part.Code != ScorePart.Note)] };
}

/// <summary>Why an offer was taken back.</summary>
public enum WithdrawalReason
{
    MentorUnavailable,
    MenteeLeft,
    Coordinator,
}

public static class WithdrawalReasonCodes
{
    public static string Code(this WithdrawalReason why) => why switch
    {
        WithdrawalReason.MentorUnavailable => "mentor-unavailable",
        WithdrawalReason.MenteeLeft => "mentee-left",
        _ => "coordinator",
    };
}
