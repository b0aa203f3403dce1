using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Actions;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Coordinator.SigningIn;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Whoever wants a page of the desk, or to do something there, comes through here.</summary>
public sealed class DeskDoor(SignIns signIns, DeskAccess access, Answers answers, Scheme scheme)
{
    /// <summary>For forms at the machine itself, where there is no session.</summary>
    private static readonly string MachineToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static readonly Problem SignedOut = new(
        StatusCodes.Status403Forbidden, "not-signed-in", $"You are not signed in, or not any more, so nothing was changed. Sign in at {Paths.SignIn} and do it again.");

    private static readonly Problem OldForm = Problem.Malformed(
        "form-too-old", "This form does not come from a page that you opened since you signed in, so nothing was changed. Open the page again and send it once more.");

    /// <summary>Shows a page, or the way to sign in.</summary>
    public async Task<IResult> ShowAsync(HttpRequest request, Func<DeskVisitor, Task<IResult>> show, CancellationToken cancellation) =>
        await VisitorAsync(request, cancellation) is { } visitor ? await show(visitor) : Answers.SeeOther(Paths.SignIn);

    /// <summary>Lets a posted form act: sent by somebody signed in, from our own page, in the same session. What was typed into another is kept, to be sent again.</summary>
    public async Task<IResult> ActAsync(HttpRequest request, Func<DeskVisitor, FormFields, Task<IResult>> act, CancellationToken cancellation)
    {
        var (fields, refusal) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return refusal!;
        var (visitor, why) = await AskAsync(request, fields.First(DeskVisit.Field), cancellation);
        return why is null ? await act(visitor!, fields.Without(DeskVisit.Field)) : Kept(request, fields.Without(DeskVisit.Field).Without(DeskActionModel.Confirm), visitor, why);
    }

    /// <summary>As <see cref="ActAsync"/>, for forms that were read elsewhere.</summary>
    /// <param name="formToken">As it came with the form.</param>
    public async Task<(DeskVisitor? Visitor, IResult? Answer)> AdmitAsync(HttpRequest request, string? formToken, CancellationToken cancellation)
    {
        if (answers.RefuseForeign(request) is { } foreign)
            return (null, foreign);
        var (visitor, why) = await AskAsync(request, formToken, cancellation);
        return why is null ? (visitor, null) : (null, Refused(request, visitor, why));
    }

    /// <summary>Who it is, and why the form may not act; null where it may.</summary>
    private async ValueTask<(DeskVisitor? Visitor, Problem? Why)> AskAsync(HttpRequest request, string? formToken, CancellationToken cancellation)
    {
        if (await VisitorAsync(request, cancellation) is not { } visitor)
            return (null, SignedOut);
        return (visitor, Same(formToken, visitor.Visit.FormToken) ? null : OldForm);
    }

    /// <summary>The last word is not kept: whoever sends it again is asked again.</summary>
    private IResult Kept(HttpRequest request, FormFields typed, DeskVisitor? visitor, Problem why) => Wants.Json(request) || typed.Names.Count == 0
        ? Refused(request, visitor, why)
        : answers.Page(new SendAgainModel(scheme, $"{request.Path}{request.QueryString}", FormStates.Of(typed, FormState.Empty.Errors), visitor?.Visit.FormToken), why.Status);

    private IResult Refused(HttpRequest request, DeskVisitor? visitor, Problem why) => answers.Problem(request, why, visitor is null ? ("Sign in", Paths.SignIn) : null);

    private async ValueTask<DeskVisitor?> VisitorAsync(HttpRequest request, CancellationToken cancellation)
    {
        var token = DeskCookie.Of(request);
        if (await signIns.WhoAsync(token, cancellation) is { } who)
            return new DeskVisitor(who, new DeskVisit(DeskCookie.FormTokenOf(token!), CanSignOut: true, DoneWords.Of(request)));
        return access.OpenHere ? new DeskVisitor(DeskAccess.ThisMachine, new DeskVisit(MachineToken, CanSignOut: false, DoneWords.Of(request))) : null;
    }

    private static bool Same(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

/// <summary>Somebody at the desk.</summary>
/// <param name="Who">See <see cref="CoordinatorAddresses.Find"/>.</param>
public sealed record DeskVisitor(string Who, DeskVisit Visit);
