using Mentoring.Core.People;

namespace Mentoring.Core.Agreements;

/// <param name="Version">Of the agreement's text.</param>
public sealed record AgreementTerms(string PartnershipId, string MentorId, string MenteeId, string Version, int TermMonths);

/// <summary>A typed signature.</summary>
/// <param name="Name">The full name as typed.</param>
/// <param name="Version">Of the text that was signed.</param>
public sealed record Signature(Party By, string Name, string Version, DateTimeOffset At);
