using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
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
    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation) =>
        await links.OpenAsync(token, LinkPurpose.Offer, cancellation) switch
        {
            OpenedLink.Opened open => await AnswerWithStateAsync(request, open, FormState.Empty, contrary: null, cancellation),
            var closed => answers.ClosedLink(request, closed),
        };

    public async Task<IResult> AnswerAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var link = await links.OpenAsync(token, LinkPurpose.Offer, cancellation);
        if (link is not OpenedLink.Opened open)
            return answers.ClosedLink(request, link);
        var (fields, refusal) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return refusal!;
        var (command, errors) = OfferAnswerForm.Read(fields, () => identifiers.NewId(time.GetUtcNow()));
        if (command is null)
            return Wants.Json(request) ? new ProblemResult(Problem.Invalid(errors)) : await AnswerWithStateAsync(request, open, FormStates.Of(fields, errors), contrary: null, cancellation);

        return await shell.CarryOutAsync(open.Round, new Request.ToOffer(open.Subject, command), Actor.Mentee, waker, cancellation) switch
        {
            Outcome.Refused refused => await AnswerWithStateAsync(request, open, FormState.Empty, refused.Reason, cancellation),
            _ when Wants.Json(request) => await AnswerWithStateAsync(request, open, FormState.Empty, contrary: null, cancellation),
            _ => Answers.SeeOther($"/offers/{token}"),
        };
    }

    /// <summary>The offer as it stands: 200, 410 once it is over unanswered, 409 after a contrary answer, 422 with errors in the form.</summary>
    private async Task<IResult> AnswerWithStateAsync(HttpRequest request, OpenedLink.Opened open, FormState form, Rejection? contrary, CancellationToken cancellation)
    {
        var offer = await reader.StateAsync(Stages.Offers, open.Round, open.Subject, cancellation);
        if (Offer.TermsOf(offer) is not { } terms)
            return answers.ClosedLink(request, new OpenedLink.Unknown());
        var status = StatusOf(offer, form, contrary);
        if (Wants.Json(request))
            return contrary is null ? Answers.Json(new OfferSummary(terms.OfferId, StateCode(offer), (offer as Offer.Pending)?.ReplyBy?.Instant), status) : new ProblemResult(Answers.ProblemOf(contrary));

        var waits = await reader.StateAsync(Stages.Mentees, open.Round, terms.MenteeId, cancellation) is MenteeStanding.Waiting;
        var mentor = await reader.StateAsync(Stages.Registrations, open.Round, terms.MentorId, cancellation);
        return answers.Page(
            new OfferModel(scheme, $"/offers/{open.Token}", CardOf(mentor), [.. terms.Reasons.Select(part => part.Words)], terms.TermMonths, StateOf(offer, waits, open.Token), form, contrary is not null && status == StatusCodes.Status409Conflict),
            status);
    }

    private int StatusOf(Offer offer, FormState form, Rejection? contrary)
    {
        if (contrary is not null)
            return Answers.StatusOf(contrary);
        if (form.HasErrors)
            return StatusCodes.Status422UnprocessableEntity;
        return offer is Offer.Expired or Offer.Withdrawn || (offer is Offer.Pending pending && pending.IsOver(time.GetUtcNow()))
            ? StatusCodes.Status410Gone
            : StatusCodes.Status200OK;
    }

    /// <param name="waits">Whether the mentee is on the waiting list now.</param>
    private OfferState StateOf(Offer offer, bool waits, string token) => offer switch
    {
        Offer.Pending pending when !pending.IsOver(time.GetUtcNow()) => new OfferState.Pending(pending.ReplyBy),
        Offer.Pending pending => new OfferState.Expired(pending.Reply.Until, LinkPath.OwnPage(token)),
        Offer.Accepted accepted => new OfferState.Accepted("/agreements/" + LinkPath.Of(token, accepted.PartnershipId)),
        Offer.Declined => new OfferState.Declined(),
        Offer.Expired expired => new OfferState.Expired(Core.Time.LocalInstant.At(expired.ExpiredAt, scheme.TimeZone), LinkPath.OwnPage(token)),
        Offer.Withdrawn withdrawn => new OfferState.Withdrawn(withdrawn.Words, LinkPath.OwnPage(token)) { MenteeLeft = withdrawn.Why == WithdrawalReason.MenteeLeft, Waits = waits },
        _ => throw new InvalidOperationException("An offer that was made is pending, answered or over."),
    };

    private static string StateCode(Offer offer) => offer switch
    {
        Offer.Pending => "pending",
        Offer.Accepted => "accepted",
        Offer.Declined => "declined",
        Offer.Expired => "expired",
        _ => "withdrawn",
    };

    private static PersonCard CardOf(Registration mentor) => mentor switch
    {
        Registration.Active active => People.Card(active.Entry),
        Registration.Withdrawn withdrawn => People.Card(withdrawn.Entry),
        _ => new PersonCard("a mentor", "", ""),
    };

    private sealed record OfferSummary(string OfferId, string State, DateTimeOffset? ReplyBy);
}
