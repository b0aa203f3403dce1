using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Takes back offers between people of whom one asks, while an answer is awaited, not to be paired with the other. Where people register at any time, that happens.</summary>
public static class OffersApart
{
    /// <param name="work">In which the registration was changed.</param>
    /// <param name="id">Of the registration.</param>
    public static async ValueTask<Rejection?> WithdrawAsync(Transaction work, string id, CancellationToken cancellation)
    {
        if (await work.StateAsync(Stages.Registrations, id, cancellation) is not Registration.Active { NeverWith: { Count: > 0 } never })
            return null;
        foreach (var offer in await PendingAsync(work, id, cancellation))
        {
            if (Offer.TermsOf(await work.StateAsync(Stages.Offers, offer, cancellation)) is { } terms
                && await work.StateAsync(Stages.Registrations, terms.MentorId == id ? terms.MenteeId : terms.MentorId, cancellation) is Registration.Active other
                && never.Contains(other.Person)
                && await work.AskAsync(new Request.ToOffer(offer, new Offer.Command.Withdraw(WithdrawalReason.MentorUnavailable)), cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static async ValueTask<IReadOnlyList<string>> PendingAsync(Transaction work, string id, CancellationToken cancellation)
    {
        var asMentor = MentorPlaces.PlacesOf(await work.StateAsync(Stages.Mentors, id, cancellation))?.Held ?? [];
        return await work.StateAsync(Stages.Mentees, id, cancellation) is MenteeStanding.Offered offered ? [.. asMentor, offered.OfferId] : asMentor;
    }
}
