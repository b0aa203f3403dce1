namespace Mentoring.Core.Rounds;

/// <summary>One condition of eligibility.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Reason">Why a pair stays outside: for the coordinator, without names.</param>
public sealed record Gate(string Code, string Reason, Func<PoolMentee, PoolMentor, bool> IsOpen);
