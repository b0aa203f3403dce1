using Mentoring.Core.People;

namespace Mentoring.Core.Partnerships;

/// <summary>Who is in the partnership, and where it came from.</summary>
public sealed record Pair(string PartnershipId, string OfferId, string RoundId, string MentorId, string MentorPerson, string MenteeId, int TermMonths)
{
    public string Member(Party party) => party == Party.Mentor ? MentorId : MenteeId;
}
