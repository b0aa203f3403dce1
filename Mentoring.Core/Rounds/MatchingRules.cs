using System.Text.Json.Serialization;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>The settings that a matching depends on, recorded with it: a scheme's settings may change, a round's matching must still be repeatable.</summary>
/// <param name="Expertise">For the words of reasons.</param>
public sealed record MatchingRules(InstitutionRule Institutions, Weights Weights, IReadOnlyList<ExpertiseArea> Expertise)
{
    /// <summary>Not recorded where the scheme has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public GatePolicy Gates { get; init; }

    public static MatchingRules Of(Scheme scheme) => new(scheme.Institutions, scheme.Weights, scheme.Expertise) { Gates = scheme.Gates };

    public Eligibility Eligibility() => new(Institutions, Gates);

    /// <summary>The area's title, or the code itself where there is none.</summary>
    public string TitleOf(string code) => Expertise.FirstOrDefault(area => area.Code == code)?.Title ?? code;
}
