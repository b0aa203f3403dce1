using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Http;

/// <summary>Resolves the token of a link. Every link of a person opens all of that person's pages: the one it was sent for by its subject, the others by what the path names.</summary>
public sealed class LinkReader(ILedger ledger, LedgerReader reader, TimeProvider time)
{
    /// <param name="path">What stands in the page's path, see <see cref="LinkPath"/>.</param>
    public async ValueTask<OpenedLink> OpenAsync(string? path, LinkPurpose page, CancellationToken cancellation)
    {
        var token = LinkPath.TokenOf(path ?? "");
        if (!LinkTokens.LooksRight(token) || await ledger.FindAsync(Link.Kind, LinkTokens.IdOf(token), cancellation) is not { } row)
            return new OpenedLink.Unknown();
        var found = new Found(row.Key.Partition, row.As<Link>());
        if (found.Link.Expires <= time.GetUtcNow())
            return new OpenedLink.Expired();
        if (page != LinkPurpose.Registration && await reader.StateAsync(Stages.Registrations, found.Round, found.Link.Registration, cancellation) is Registration.Erased)
            return new OpenedLink.Erased();
        if (page != LinkPurpose.Registration && LinkPath.SubjectOf(path!) is { } named)
            return await NamedAsync(found, path!, page, named, cancellation) ?? new OpenedLink.Unknown();
        return await SubjectAsync(found, page, cancellation) is { } subject
            ? new OpenedLink.Opened(token, found.Round, subject, found.Link.Registration, found.Link.As)
            : new OpenedLink.Unknown();
    }

    /// <summary>What the path names, in whichever round it lies; null where it is not of the person whose link it is.</summary>
    private async ValueTask<OpenedLink?> NamedAsync(Found found, string path, LinkPurpose page, string subject, CancellationToken cancellation)
    {
        var (round, people) = page switch
        {
            LinkPurpose.Offer => Of(await reader.FindAsync(Stages.Offers, subject, cancellation), offer => [Offer.TermsOf(offer)?.MenteeId]),
            LinkPurpose.Review => Of(await reader.FindAsync(Stages.Reviews, subject, cancellation), review => [Review.FormOf(review)?.ParticipantId]),
            _ => Of(await reader.FindAsync(Stages.Partnerships, subject, cancellation), partnership => [Partnership.PairOf(partnership)?.MentorId, Partnership.PairOf(partnership)?.MenteeId]),
        };
        return round is not null && await RegistrationInAsync(found, round, cancellation) is { } registration && people.Contains(registration)
            ? new OpenedLink.Opened(path, round, subject, registration, found.Link.As)
            : null;

        static (string? Round, string?[] People) Of<TState>((string Round, TState State)? row, Func<TState, string?[]> people) => row is var (round, state) ? (round, people(state)) : (null, []);
    }

    /// <summary>The registration of the link's person in a round; null where they have none there, or were erased.</summary>
    private async ValueTask<string?> RegistrationInAsync(Found found, string round, CancellationToken cancellation)
    {
        if (round == found.Round)
            return found.Link.Registration;
        return People.EntryOf(await reader.StateAsync(Stages.Registrations, found.Round, found.Link.Registration, cancellation)) is { } entry
            ? (await reader.RowAsync<PersonIndex>(PersonIndex.Key(round, entry.Email.Person), cancellation))?.Registration
            : null;
    }

    /// <summary>Id of what a page of this purpose shows for the link; null where it was sent for nothing of the kind.</summary>
    private async ValueTask<string?> SubjectAsync(Found found, LinkPurpose page, CancellationToken cancellation) => (page, found.Link.Purpose) switch
    {
        (LinkPurpose.Registration, _) => found.Link.Registration,
        var (asked, purpose) when asked == purpose => found.Link.Subject,
        (LinkPurpose.Agreement or LinkPurpose.Partnership, var purpose) => purpose switch
        {
            LinkPurpose.Agreement or LinkPurpose.Partnership => found.Link.Subject,
            LinkPurpose.Review => Review.FormOf(await reader.StateAsync(Stages.Reviews, found.Round, found.Link.Subject, cancellation))?.PartnershipId,
            LinkPurpose.Offer => (await reader.StateAsync(Stages.Offers, found.Round, found.Link.Subject, cancellation) as Offer.Accepted)?.PartnershipId,
            _ => null,
        },
        _ => null,
    };

    private sealed record Found(string Round, Link Link);
}
