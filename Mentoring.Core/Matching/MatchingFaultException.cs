namespace Mentoring.Core.Matching;

/// <summary>A matching problem was refused; nothing was solved. Carries the faults in the order of parts and positions.</summary>
public sealed class MatchingFaultException(IReadOnlyList<MatchingFault> faults)
    : Exception(string.Join(" ", faults.Take(3).Select(fault => fault.Message)))
{
    public IReadOnlyList<MatchingFault> Faults { get; } = faults;
}
