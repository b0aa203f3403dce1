using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Agreements;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Agreements;

/// <summary>Shows a pair's agreement to either of the two, and takes their signatures.</summary>
public sealed class AgreementDesk(LinkReader links, LedgerReader reader, PairReader pairs, SchemeShell shell, Answers answers, Scheme scheme, AgreementText texts, TimeProvider time)
{
    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation) =>
        await StateAsync(request, token, FormState.Empty, contrary: null, cancellation);

    public async Task<IResult> SignAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var (sheet, refusal) = await OpenAsync(request, token, cancellation);
        if (sheet is null)
            return refusal!;
        var (fields, unread) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return unread!;
        var (name, errors) = SignatureForm.Read(fields, sheet.Terms.Version);
        if (name is null)
            return Wants.Json(request) ? new ProblemResult(Problem.Invalid(errors)) : Answer(request, sheet, FormStates.Of(fields, errors), contrary: null);

        var command = new Request.ToAgreement(sheet.Terms.PartnershipId, new Agreement.Command.Sign(sheet.View.Party, name));
        return await shell.CarryOutAsync(sheet.Open.Round, command, sheet.View.Party.Actor(), waker, cancellation) switch
        {
            Outcome.Refused refused => await StateAsync(request, token, FormStates.Of(fields, errors), refused.Reason, cancellation),
            _ when Wants.Json(request) => await StateAsync(request, token, FormState.Empty, contrary: null, cancellation),
            _ => Answers.SeeOther($"/agreements/{token}"),
        };
    }

    private async Task<IResult> StateAsync(HttpRequest request, string token, FormState form, Rejection? contrary, CancellationToken cancellation)
    {
        var (sheet, refusal) = await OpenAsync(request, token, cancellation);
        return sheet is null ? refusal! : Answer(request, sheet, form, contrary);
    }

    /// <summary>The agreement as it stands: 200, 410 once its time is over, 409 after another name, 422 with errors in the form.</summary>
    private IResult Answer(HttpRequest request, AgreementSheet sheet, FormState form, Rejection? contrary)
    {
        var status = StatusOf(sheet, form, contrary);
        if (Wants.Json(request))
            return contrary is null ? Answers.Json(sheet.Summary(), status) : new ProblemResult(Answers.ProblemOf(contrary));

        var shown = contrary is null ? form : form with { Errors = new Dictionary<string, IReadOnlyList<string>> { ["signature"] = [contrary.Message] } };
        IReadOnlyList<AgreementSignature> signatures =
            [.. sheet.Signatures.Select(signature => new AgreementSignature(signature.By, signature.Name, LocalInstant.At(signature.At, scheme.TimeZone), signature.Version))];
        return answers.Page(
            new AgreementModel(
                scheme, $"/agreements/{sheet.Open.Token}", sheet.View.Party, sheet.View.MyName, sheet.View.PartnerName,
                sheet.Title, sheet.Terms.Version, sheet.Markdown, signatures, sheet.State, shown),
            status);
    }

    private static int StatusOf(AgreementSheet sheet, FormState form, Rejection? contrary)
    {
        if (contrary is not null)
            return Answers.StatusOf(contrary);
        if (sheet.State is AgreementState.Lapsed)
            return StatusCodes.Status410Gone;
        return form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
    }

    /// <summary>What lies on the desk, or the answer where nothing does.</summary>
    private async ValueTask<(AgreementSheet? Sheet, IResult? Refusal)> OpenAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var link = await links.OpenAsync(token, LinkPurpose.Agreement, cancellation);
        if (link is not OpenedLink.Opened open)
            return (null, answers.ClosedLink(request, link));
        var agreement = await reader.StateAsync(Stages.Agreements, open.Round, open.Subject, cancellation);
        if (Agreement.TermsOf(agreement) is not { } terms || await pairs.ReadAsync(open, open.Subject, cancellation) is not { } view)
            return (null, answers.ClosedLink(request, new OpenedLink.Unknown()));
        if (view.State is Core.Partnerships.Partnership.Ended)
            return (null, answers.Problem(request, Ended));
        return await texts.ReadAsync(terms, cancellation) is { } text
            ? (new AgreementSheet(open, view, agreement, terms, text.Title, text.Markdown, time.GetUtcNow(), scheme.TimeZone), null)
            : (null, answers.Problem(request, TextMissing(terms)));
    }

    private Problem Ended => new(
        StatusCodes.Status410Gone, "partnership-ended", $"This partnership has ended, and its agreement with it. Please write to {scheme.Contact.Email} with any question.");

    private Problem TextMissing(AgreementTerms terms) => new(
        StatusCodes.Status503ServiceUnavailable,
        "agreement-text-missing",
        $"The text of your agreement (version {terms.Version}) can't be shown at present, so it can't be signed. Please write to {scheme.Contact.Email}, so that we put it back.");
}
