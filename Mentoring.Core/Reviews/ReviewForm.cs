using System.Globalization;
using Mentoring.Core.Partnerships;
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

    /// <summary>Whether the answer can still decide if the partnership goes on: from the end of its term until that is settled, whoever settles it.</summary>
    public bool Decides(Partnership partnership) => AsksToContinue && partnership is Partnership.Reviewing reviewing && reviewing.Term.Number == Number;

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
