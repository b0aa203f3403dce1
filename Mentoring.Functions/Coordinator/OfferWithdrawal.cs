using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Takes an offer back, with a sentence for the mentee, who waits again at once.</summary>
public sealed class OfferWithdrawal(ApiForm forms, LedgerReader reader, SchemeShell shell)
{
    private const int LongestReason = 500;

    public async Task<IResult> WithdrawAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, cancellation);
        return fields is null ? refusal! : await WithdrawAsync(fields, id, waker, cancellation);
    }

    /// <param name="fields"><c>reason</c>.</param>
    public async Task<IResult> WithdrawAsync(FormFields fields, string id, IWaker waker, CancellationToken cancellation)
    {
        var form = new FieldReader(fields);
        ApiForm.RefuseOthers(form, fields, "reason");
        var reason = form.Paragraphs("reason", "The reason", LongestReason, "Give a reason in a sentence: the mentee is told it in your words.");
        if (form.Errors.Count > 0)
            return new ProblemResult(Problem.Invalid(form.Errors));
        if (await reader.FindAsync(Stages.Offers, id, cancellation) is not { } found)
            return new ProblemResult(new Problem(StatusCodes.Status404NotFound, "offer-unknown", "There is no such offer."));
        return await shell.CarryOutAsync(found.Round, new Request.ToOffer(id, new Offer.Command.Withdraw(WithdrawalReason.Coordinator, reason)), Actor.Coordinator, waker, cancellation) is Outcome.Refused refused
            ? new ProblemResult(Answers.ProblemOf(refused.Reason))
            : Answers.Json(new WithdrawnOffer(found.Round, id, RoundMatches.StateOf(await reader.StateAsync(Stages.Offers, found.Round, id, cancellation))));
    }

    private sealed record WithdrawnOffer(string RoundId, string OfferId, string State);
}
