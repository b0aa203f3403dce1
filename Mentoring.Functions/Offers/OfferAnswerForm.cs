using Mentoring.Core.Offers;
using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Offers;

/// <summary>The two buttons of the offer page, and the reason that may go with a decline.</summary>
internal static class OfferAnswerForm
{
    private const int LongestReason = 2000;

    public static (Offer.Command? Command, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) Read(FormFields fields, Func<string> newPartnershipId)
    {
        var reader = new FieldReader(fields);
        var answer = reader.Choice("answer", "Your answer", ["accept", "decline"], "Choose whether you accept or decline.");
        var reason = reader.Paragraphs("reason", "Your reason", LongestReason, missing: null);
        if (reader.Errors.Count > 0)
            return (null, reader.Errors);
        return (answer == "accept" ? new Offer.Command.Accept(newPartnershipId()) : new Offer.Command.Decline(reason.Length > 0 ? reason : null), reader.Errors);
    }
}
