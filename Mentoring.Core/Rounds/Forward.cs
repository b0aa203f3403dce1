namespace Mentoring.Core.Rounds;

/// <summary>Where somebody who was carried over to a later round is found.</summary>
public sealed record Forward(string Round, string Registration);
