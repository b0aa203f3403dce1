namespace Mentoring.Core.Schemes;

/// <summary>One thing that is wrong in a settings file.</summary>
/// <param name="Path">Such as <c>offers.replyDays</c> or <c>expertise[2].code</c>.</param>
/// <param name="Value">As it stands in the file; <c>(missing)</c> where it does not.</param>
/// <param name="Allowed">What is allowed there.</param>
public sealed record Fault(string Path, string Value, string Allowed)
{
    public override string ToString() => $"{Path}: {Value} – allowed: {Allowed}";
}
