using System.Globalization;
using Mentoring.Core.People;

namespace Mentoring.Core.Reviews;

/// <summary>Which review, of which partnership, by whom.</summary>
/// <param name="AsksToContinue">A final review at the end of a term; one after an early ending does not ask.</param>
/// <param name="Number">Term for interim and final reviews; count for those asked for.</param>
/// <param name="ParticipantId">The registration of the person who answers.</param>
public sealed record ReviewForm(string PartnershipId, ReviewKind Kind, int Number, Party Party, string ParticipantId, bool AsksToContinue)
{
    /// <summary>Made from what it is, so that the same review can't be opened twice.</summary>
    public string Id => IdOf(PartnershipId, Kind, Number, Party);

    public static string IdOf(string partnership, ReviewKind kind, int number, Party party) =>
        string.Create(CultureInfo.InvariantCulture, $"{partnership}.{kind.Code()}.{number}.{party.Code()}");
}

public static class ReviewKindCodes
{
    public static string Code(this ReviewKind kind) => kind switch
    {
        ReviewKind.Interim => "interim",
        ReviewKind.Final => "final",
        _ => "asked",
    };
}

/// <summary>What somebody answered, and what they allow to be done with it.</summary>
/// <param name="Values">Question code → answers.</param>
/// <param name="Continue">Final review: whether to go on; null elsewhere.</param>
/// <param name="Purposes">Purposes for which the answers may be shared; empty where they may not.</param>
public sealed record ReviewAnswers(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, bool? Continue, IReadOnlyList<string> Purposes)
{
    /// <summary>Whether both say the same.</summary>
    public bool SameAs(ReviewAnswers other) =>
        Continue == other.Continue
        && Purposes.Order(StringComparer.Ordinal).SequenceEqual(other.Purposes.Order(StringComparer.Ordinal))
        && Values.Count == other.Values.Count
        && Values.All(value => other.Values.TryGetValue(value.Key, out var answers) && value.Value.SequenceEqual(answers));
}
