using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Http;

/// <summary>Resolves the token of a link. Every link of a person opens all of that person's pages: the one it was sent for by its subject, the others by where they stand.</summary>
public sealed class LinkReader(ILedger ledger, LedgerReader reader, TimeProvider time)
{
    /// <summary>Null where there is no such link; <see cref="FoundLink.Expired"/> where it is too old.</summary>
    public async ValueTask<FoundLink?> FindAsync(string? token, CancellationToken cancellation)
    {
        if (!LinkTokens.LooksRight(token) || await ledger.FindAsync(Link.Kind, LinkTokens.IdOf(token!), cancellation) is not { } row)
            return null;
        var link = System.Text.Json.JsonSerializer.Deserialize<Link>(row.Json, LedgerJson.Options)!;
        return new FoundLink(token!, row.Key.Partition, link, link.Expires <= time.GetUtcNow());
    }

    /// <summary>Id of what a page of this purpose shows for the link; null where the person has nothing of the kind.</summary>
    public async ValueTask<string?> SubjectAsync(FoundLink found, LinkPurpose page, CancellationToken cancellation)
    {
        if (page == LinkPurpose.Registration)
            return found.Link.Registration;
        if (found.Link.Purpose == page)
            return found.Link.Subject;
        if (page == LinkPurpose.Offer)
            return await reader.StateAsync(Stages.Mentees, found.Round, found.Link.Registration, cancellation) is MenteeStanding.Offered offered ? offered.OfferId : null;

        var partnership = await PartnershipAsync(found, cancellation);
        return page == LinkPurpose.Review && partnership is not null ? await OpenReviewAsync(found, partnership, cancellation) : partnership;
    }

    /// <summary>The side on which the link's person stands in a pair.</summary>
    public static Party PartyIn(FoundLink found, Pair pair) => pair.MentorId == found.Link.Registration ? Party.Mentor : Party.Mentee;

    private async ValueTask<string?> PartnershipAsync(FoundLink found, CancellationToken cancellation) => found.Link.Purpose switch
    {
        LinkPurpose.Agreement or LinkPurpose.Partnership => found.Link.Subject,
        LinkPurpose.Review => Review.FormOf(await reader.StateAsync(Stages.Reviews, found.Round, found.Link.Subject, cancellation))?.PartnershipId,
        LinkPurpose.Offer => (await reader.StateAsync(Stages.Offers, found.Round, found.Link.Subject, cancellation) as Offer.Accepted)?.PartnershipId,
        _ when await reader.StateAsync(Stages.Mentees, found.Round, found.Link.Registration, cancellation) is MenteeStanding.Paired paired => paired.PartnershipId,
        _ => MentorPlaces.PlacesOf(await reader.StateAsync(Stages.Mentors, found.Round, found.Link.Registration, cancellation))?.Taken.LastOrDefault(),
    };

    private async ValueTask<string?> OpenReviewAsync(FoundLink found, string partnership, CancellationToken cancellation)
    {
        foreach (var form in PartnershipReviews.Of(await reader.StateAsync(Stages.Partnerships, found.Round, partnership, cancellation)))
        {
            if (await reader.StateAsync(Stages.Reviews, found.Round, form, cancellation) is Review.Open open && open.Form.ParticipantId == found.Link.Registration)
                return form;
        }

        return null;
    }
}

/// <summary>A link that exists.</summary>
public sealed record FoundLink(string Token, string Round, Link Link, bool Expired);
