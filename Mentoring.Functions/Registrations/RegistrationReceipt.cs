namespace Mentoring.Functions.Registrations;

/// <summary>What whoever registered is told: the same for a first form and for one that amends.</summary>
public sealed record RegistrationReceipt(string RegistrationId, string RoundId);
