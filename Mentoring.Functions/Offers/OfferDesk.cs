using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
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

        var mentee = await reader.StateAsync(Stages.Mentees, open.Round, terms.MenteeId, cancellation);
        var mentor = await reader.StateAsync(Stages.Registrations, open.Round, terms.MentorId, cancellation);
        return answers.Page(
            new OfferModel(scheme, $"/offers/{open.Token}", CardOf(mentor), [.. terms.Reasons.Select(part => part.Words)], terms.TermMonths, await StateOfAsync(open, offer, mentee, cancellation), form, contrary is not null && status == StatusCodes.Status409Conflict),
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

    /// <param name="mentee">Where the mentee stands now: mails about offers are opened long after.</param>
    private async ValueTask<OfferState> StateOfAsync(OpenedLink.Opened open, Offer offer, MenteeStanding mentee, CancellationToken cancellation)
    {
        var (own, waits) = (LinkPath.OwnPage(open.Token), mentee is MenteeStanding.Waiting);
        return offer switch
        {
            Offer.Pending pending when !pending.IsOver(time.GetUtcNow()) => new OfferState.Pending(pending.ReplyBy),
            Offer.Pending pending => new OfferState.Expired(pending.Reply.Until, own) { CanReturn = true },
            Offer.Accepted accepted => await AcceptedAsync(open, accepted.PartnershipId, cancellation),
            Offer.Declined => new OfferState.Declined(own) { Waits = waits },
            Offer.Expired expired => new OfferState.Expired(Core.Time.LocalInstant.At(expired.ExpiredAt, scheme.TimeZone), own) { CanReturn = mentee is MenteeStanding.Resting },
            Offer.Withdrawn withdrawn => new OfferState.Withdrawn(withdrawn.Words, own) { MenteeLeft = withdrawn.Why == WithdrawalReason.MenteeLeft, Waits = waits },
            _ => throw new InvalidOperationException("An offer that was made is pending, answered or over."),
        };
    }

    private async ValueTask<OfferState> AcceptedAsync(OpenedLink.Opened open, string partnership, CancellationToken cancellation)
    {
        var agreement = await reader.StateAsync(Stages.Agreements, open.Round, partnership, cancellation);
        var state = await reader.StateAsync(Stages.Partnerships, open.Round, partnership, cancellation);
        var path = LinkPath.Of(open.Token, partnership);
        var toSign = state is Partnership.Agreeing && Agreement.TimeOf(agreement)?.IsOver(time.GetUtcNow()) == false && Agreement.SignatureOf(agreement, Party.Mentee) is null;
        return new OfferState.Accepted(toSign ? "/agreements/" + path : null, "/partnerships/" + path) { IsOver = state is Partnership.Ended or Partnership.Lapsed };
    }

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
