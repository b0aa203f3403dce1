namespace Mentoring.Core.Partnerships;

/// <summary>On which side of a pair a person stands.</summary>
public enum PartnerRole
{
    Mentor,
    Mentee,
}
