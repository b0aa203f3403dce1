using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Http;

/// <summary>Resolves the token of a link. Every link of a person opens all of that person's pages: the one it was sent for by its subject, the others by where they stand.</summary>
public sealed class LinkReader(ILedger ledger, LedgerReader reader, TimeProvider time)
{
    public async ValueTask<OpenedLink> OpenAsync(string? token, LinkPurpose page, CancellationToken cancellation)
    {
        if (!LinkTokens.LooksRight(token) || await ledger.FindAsync(Link.Kind, LinkTokens.IdOf(token!), cancellation) is not { } row)
            return new OpenedLink.Unknown();
        var found = new Found(row.Key.Partition, row.As<Link>());
        if (found.Link.Expires <= time.GetUtcNow())
            return new OpenedLink.Expired();
        return await SubjectAsync(found, page, cancellation) is { } subject
            ? new OpenedLink.Opened(token!, found.Round, subject, found.Link.Registration, found.Link.As)
            : new OpenedLink.Unknown();
    }

    /// <summary>Id of what a page of this purpose shows for the link; null where the person has nothing of the kind.</summary>
    private async ValueTask<string?> SubjectAsync(Found found, LinkPurpose page, CancellationToken cancellation)
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

    private async ValueTask<string?> PartnershipAsync(Found found, CancellationToken cancellation) => found.Link.Purpose switch
    {
        LinkPurpose.Agreement or LinkPurpose.Partnership => found.Link.Subject,
        LinkPurpose.Review => Review.FormOf(await reader.StateAsync(Stages.Reviews, found.Round, found.Link.Subject, cancellation))?.PartnershipId,
        LinkPurpose.Offer => (await reader.StateAsync(Stages.Offers, found.Round, found.Link.Subject, cancellation) as Offer.Accepted)?.PartnershipId,
        _ when await reader.StateAsync(Stages.Mentees, found.Round, found.Link.Registration, cancellation) is MenteeStanding.Paired paired => paired.PartnershipId,
        _ => MentorPlaces.PlacesOf(await reader.StateAsync(Stages.Mentors, found.Round, found.Link.Registration, cancellation)) is { Taken: [.., var last] } ? last : null,
    };

    private async ValueTask<string?> OpenReviewAsync(Found found, string partnership, CancellationToken cancellation)
    {
        foreach (var form in PartnershipReviews.Of(await reader.StateAsync(Stages.Partnerships, found.Round, partnership, cancellation)))
        {
            if (await reader.StateAsync(Stages.Reviews, found.Round, form, cancellation) is Review.Open open && open.Form.ParticipantId == found.Link.Registration)
                return form;
        }

        return null;
    }

    private sealed record Found(string Round, Link Link);
}
