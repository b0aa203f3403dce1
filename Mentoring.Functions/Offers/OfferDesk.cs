using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Offers;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Offers;

/// <summary>Shows an offer to its mentee and takes the answer.</summary>
public sealed class OfferDesk(LinkReader links, LedgerReader reader, SchemeShell shell, Answers answers, Scheme scheme, IIdentifiers identifiers, TimeProvider time)
{
    private const int LongestReason = 2000;

    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is not { } open)
            return answers.UnknownLink(request);
        return await PageAsync(request, open, FormState.Empty, contrary: null, cancellation);
    }

    public async Task<IResult> AnswerAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is not { } open)
            return answers.UnknownLink(request);
        var (fields, refusal) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return refusal!;
        if (Read(fields, out var errors) is not { } command)
            return Wants.Json(request) ? new ProblemResult(Problem.Invalid(errors)) : await PageAsync(request, open, FormState.Of(fields, errors), contrary: null, cancellation);

        return await shell.CarryOutAsync(open.Link.Round, new Request.ToOffer(open.OfferId, command), Actor.Mentee, waker, cancellation) switch
        {
            Outcome.Refused refused => await PageAsync(request, open, FormState.Empty, refused.Reason, cancellation),
            _ when Wants.Json(request) => Answers.Json(Summary(await reader.StateAsync(Stages.Offers, open.Link.Round, open.OfferId, cancellation))),
            _ => Answers.SeeOther($"/offers/{token}"),
        };
    }
}
