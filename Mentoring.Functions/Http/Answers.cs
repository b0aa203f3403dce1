using System.Text;
using Mentoring.Core;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Settings;
using Mentoring.Pages;
using Mentoring.Pages.Schemes;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Http;

/// <summary>Makes answers: pages for people, JSON and problem documents for programs, with the same headers on all of them.</summary>
public sealed class Answers(PageRenderer pages, Scheme scheme, Site site)
{
    /// <param name="leadsTo">See <see cref="SecurityHeaders.Apply"/>.</param>
    public IResult Page(PageModel model, int status = StatusCodes.Status200OK, string? leadsTo = null) =>
        new HeadedResult(Results.Text(pages.Render(model), "text/html; charset=utf-8", Encoding.UTF8, status), leadsTo);

    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        new HeadedResult(Results.Json(value, ApiJson.Options, statusCode: status));

    /// <summary>A file to keep.</summary>
    /// <param name="name">Offered to whoever saves it.</param>
    public static IResult File(string text, string contentType, string name) =>
        new HeadedResult(Results.File(Encoding.UTF8.GetBytes(text), contentType + "; charset=utf-8", name));

    /// <summary>After a post: the browser goes to a page that shows the state.</summary>
    public static IResult SeeOther(string address) => new HeadedResult(new SeeOtherResult(address));

    /// <summary>The problem as a document or as a page, as the client wants it.</summary>
    /// <param name="next">A link for people, to where it goes on.</param>
    public IResult Problem(HttpRequest request, Problem problem, (string Label, string Path)? next = null) =>
        Wants.Json(request) ? new ProblemResult(problem) : Page(new ErrorModel(scheme, problem.Status, problem.Detail) { Next = next }, problem.Status);

    public IResult Refused(HttpRequest request, Rejection reason) => Problem(request, ProblemOf(reason));

    public static Problem ProblemOf(Rejection reason) => new(StatusOf(reason), reason.Code, reason.Message);

    public static int StatusOf(Rejection reason) => reason.Kind switch
    {
        RejectionKind.Forbidden => StatusCodes.Status403Forbidden,
        RejectionKind.Gone => StatusCodes.Status410Gone,
        RejectionKind.Unknown => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>The answer to a post from another website; null where the post may pass. Enough for a button without fields.</summary>
    public IResult? RefuseForeign(HttpRequest request) => SameOrigin.Refusal(request, site.Address) is { } foreign ? Problem(request, foreign) : null;

    /// <summary>What a form was posted with, if it may be acted upon: from our own page and readable. Otherwise the answer.</summary>
    public async Task<(Core.Registrations.FormFields? Fields, IResult? Answer)> ReadOwnFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (RefuseForeign(request) is { } refusal)
            return (null, refusal);
        return await FormBody.ReadAsync(request, cancellation: cancellation) switch
        {
            BodyResult.Fields read => (read.Form, null),
            BodyResult.Refused refused => (null, Problem(request, refused.Problem)),
            _ => throw new InvalidOperationException("BodyResult is a closed union."),
        };
    }

    /// <summary>As <see cref="ReadOwnFormAsync"/>, for a button that may stand alone: nothing was posted with it then.</summary>
    public async Task<(Core.Registrations.FormFields? Fields, IResult? Answer)> ReadOwnButtonAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is > 0 || (request.ContentLength is null && request.ContentType is { Length: > 0 }))
            return await ReadOwnFormAsync(request, cancellation);
        return SameOrigin.Refusal(request, site.Address) is { } foreign ? (null, Problem(request, foreign)) : (Core.Registrations.FormFields.Empty, null);
    }

    /// <summary>404, the same for a link that never was and one that is malformed; 410 for one that is too old.</summary>
    public IResult ClosedLink(HttpRequest request, OpenedLink link) => Problem(request, link switch
    {
        OpenedLink.Expired => new Problem(StatusCodes.Status410Gone, "link-expired", $"This link is too old. Please write to {scheme.Contact.Email}, and we send you a new one."),
        OpenedLink.Erased => new Problem(StatusCodes.Status410Gone, "registration-erased", "What we held about you was erased. You are welcome to register again."),
        _ => new Problem(StatusCodes.Status404NotFound, "unknown-link", $"This link does not lead anywhere. Please open the link in your email again, or write to {scheme.Contact.Email}."),
    });

    private sealed class HeadedResult(IResult inner, string? leadsTo = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            SecurityHeaders.Apply(httpContext.Response, leadsTo);
            return inner.ExecuteAsync(httpContext);
        }
    }

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
