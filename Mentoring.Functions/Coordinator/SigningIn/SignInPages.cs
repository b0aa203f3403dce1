using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator.SigningIn;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>The pages around signing in.</summary>
public sealed class SignInPages(SignIns signIns, DeskDoor door, Answers answers, Scheme scheme)
{
    public IResult Ask() => answers.Page(new SignInModel(scheme, FormState.Empty));

    public async Task<IResult> AskedAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (fields, refusal) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return refusal!;
        var form = new FieldReader(fields);
        var email = form.Line("email", "The email address", EmailAddress.Longest, "Enter your email address.");
        if (email.Length > 0 && !EmailAddress.TryParse(email, out _))
            form.Wrong("email", "Enter an email address in the form name@example.org.");
        if (form.Errors.Count > 0)
            return answers.Page(new SignInModel(scheme, FormStates.Of(fields, form.Errors)), StatusCodes.Status422UnprocessableEntity);
        await signIns.AskAsync(email, cancellation);
        return answers.Page(new LinkMailedModel(scheme, (int)SignIns.LinkLife.TotalMinutes));
    }

    /// <summary>Shows a button. The link is used when that is pressed.</summary>
    public async Task<IResult> FollowAsync(HttpRequest request, string token, CancellationToken cancellation) =>
        await signIns.IsGoodAsync(token, cancellation) ? answers.Page(new SignInLinkModel(scheme, Paths.SignInLink(token))) : await ClosedAsync(request, token, cancellation);

    public async Task<IResult> EnterAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (_, refusal) = await answers.ReadOwnButtonAsync(request, cancellation);
        if (refusal is not null)
            return refusal;
        if (await signIns.EnterAsync(token, cancellation) is not { } session)
            return await ClosedAsync(request, token, cancellation);
        DeskCookie.Set(request.HttpContext.Response, session, SignIns.SessionLife);
        return Answers.SeeOther(Paths.Coordinator);
    }

    public Task<IResult> LeaveAsync(HttpRequest request, CancellationToken cancellation) => door.ActAsync(request, async (_, _) =>
    {
        if (DeskCookie.Of(request) is { } token && Shell.LinkTokens.LooksRight(token))
            await signIns.LeaveAsync(token, cancellation);
        DeskCookie.Clear(request.HttpContext.Response);
        return Answers.SeeOther(Paths.SignIn);
    }, cancellation);

    private async Task<IResult> ClosedAsync(HttpRequest request, string token, CancellationToken cancellation) => answers.Problem(request, await signIns.WasAsync(token, cancellation)
        ? new Problem(StatusCodes.Status410Gone, "link-used", $"This link was used before, or is older than {(int)SignIns.LinkLife.TotalMinutes} minutes. Ask for a new one at {Paths.SignIn}.")
        : new Problem(StatusCodes.Status404NotFound, "unknown-link", $"This link does not lead anywhere. Ask for a new one at {Paths.SignIn}."), ("Ask for a new link", Paths.SignIn));
}
