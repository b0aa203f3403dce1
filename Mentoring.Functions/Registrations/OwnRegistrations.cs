using Mentoring.Core;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>Opens a person's own registration by their link.</summary>
public sealed class OwnRegistrations(LinkReader links, LedgerReader reader, Answers answers)
{
    /// <summary>The registration, or the answer where the link opens none.</summary>
    public async Task<(OwnRegistration? Own, IResult? Answer)> OpenAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var link = await links.OpenAsync(token, LinkPurpose.Registration, cancellation);
        if (link is not OpenedLink.Opened open)
            return (null, answers.ClosedLink(request, link));
        var own = new OwnRegistration(open.Token, await Station.FollowAsync(reader, open.Round, open.Registration, cancellation));
        return own.Home.Registration switch
        {
            Registration.None => (null, answers.ClosedLink(request, new OpenedLink.Unknown())),
            Registration.Erased => (null, answers.ClosedLink(request, new OpenedLink.Erased())),
            _ => (own, null),
        };
    }

    /// <summary>As above, for a button: it must have been pressed on our own page, and may carry fields.</summary>
    public async Task<(OwnRegistration? Own, FormFields Fields, IResult? Answer)> OpenToChangeAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (own, closed) = await OpenAsync(request, token, cancellation);
        if (own is null)
            return (null, FormFields.Empty, closed);
        var (fields, refusal) = await answers.ReadOwnButtonAsync(request, cancellation);
        return fields is null ? (null, FormFields.Empty, refusal) : (own, fields, null);
    }

    /// <summary>Where a person who registered in a round is now.</summary>
    public async Task<Station> HomeAsync(string round, string registration, CancellationToken cancellation) => (await Station.FollowAsync(reader, round, registration, cancellation))[^1];
}
