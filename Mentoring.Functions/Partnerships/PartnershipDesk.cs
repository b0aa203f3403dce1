using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Partnerships;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Partnerships;

/// <summary>Shows a pair's page to either of the two, ends the partnership, asks for a review, hands out its calendar.</summary>
public sealed class PartnershipDesk(LinkReader links, LedgerReader reader, PairReader pairs, OwnRegistrations people, SecondEnding second, SchemeShell shell, Answers answers, Scheme scheme, TimeProvider time)
{
    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (open, view, refusal) = await OpenAsync(request, token, cancellation);
        return view is null ? refusal! : await AnswerAsync(request, open!, view, FormState.Empty, StatusCodes.Status200OK, cancellation);
    }

    public async Task<IResult> EndAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var (open, view, refusal) = await OpenAsync(request, token, cancellation);
        if (view is null)
            return refusal!;
        var (fields, unread) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return unread!;
        // Whoever clicks a second time, or after the other, sees that it has ended.
        if (view.IsOver)
        {
            await second.FollowAsync(view, open!, fields, waker, cancellation);
            return await DoneAsync(request, token, cancellation);
        }

        var (command, errors) = EndingReader.Read(fields, view.Party);
        if (command is null)
        {
            return Wants.Json(request)
                ? new ProblemResult(Problem.Invalid(errors))
                : await AnswerAsync(request, open!, view, FormStates.Of(fields, errors), StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        // Before it ends, so that the mail about it knows.
        await second.ComeBackAsync(view, open!, fields, waker, cancellation);
        var ending = new Request.ToPartnership(view.Pair.PartnershipId, command);
        var outcome = await shell.CarryOutAsync(open!.Round, ending, view.Party.Actor(), waker, cancellation);
        if (outcome is Outcome.Refused refused)
            return answers.Refused(request, refused.Reason);
        // The other was quicker, by less than it takes to read this form.
        if (outcome is Outcome.Done { Changed: false } && await pairs.ReadAsync(open, open.Subject, cancellation) is { IsOver: true } ended)
            await second.FollowAsync(ended, open, fields, waker, cancellation);
        return await DoneAsync(request, token, cancellation);
    }

    public async Task<IResult> AskReviewAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var (open, view, refusal) = await OpenAsync(request, token, cancellation);
        if (view is null)
            return refusal!;
        var (fields, unread) = await answers.ReadOwnButtonAsync(request, cancellation);
        if (fields is null)
            return unread!;
        return await shell.CarryOutAsync(open!.Round, view.Party.Actor(), waker, work => AskedReviews.AskAsync(work, view, cancellation), cancellation) is Outcome.Refused refused
            ? answers.Refused(request, refused.Reason)
            : await DoneAsync(request, token, cancellation);
    }

    public async Task<IResult> CalendarAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (_, view, refusal) = await OpenAsync(request, token, cancellation);
        if (view is null)
            return refusal!;
        if (PartnershipCalendar.Of(view, scheme) is { } calendar)
            return Answers.File(calendar, CalendarText.ContentType, "mentoring.ics");
        return answers.Problem(request, view.IsOver
            ? new Problem(StatusCodes.Status410Gone, "partnership-ended", "This partnership has ended, so there are no dates to come.")
            : new Problem(StatusCodes.Status409Conflict, "partnership-not-begun", "The dates are fixed when you have both signed the agreement. Please come back then."));
    }

    public async Task<IResult> ThanksAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (_, view, refusal) = await OpenAsync(request, token, cancellation);
        if (view is null)
            return refusal!;
        return view.State is Partnership.Ended { Term: { } term, Ending: var ending }
            ? answers.Page(new ThanksModel(scheme, view.MyName, view.Party, LocalInstant.At(term.StartedAt, scheme.TimeZone), LocalInstant.At(ending.At, scheme.TimeZone)))
            : answers.Problem(request, new Problem(StatusCodes.Status409Conflict, "partnership-not-ended", "The certificate of thanks is here once a partnership has run and ended."));
    }

    private async Task<IResult> DoneAsync(HttpRequest request, string token, CancellationToken cancellation) =>
        Wants.Json(request) ? await ShowAsync(request, token, cancellation) : Answers.SeeOther($"/partnerships/{token}");

    private async Task<IResult> AnswerAsync(HttpRequest request, OpenedLink.Opened open, PairView view, FormState form, int status, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var agreement = await reader.StateAsync(Stages.Agreements, open.Round, view.Pair.PartnershipId, cancellation);
        var review = await OpenReviews.ReadAsync(reader, open.Token, open.Round, view.State, view.Party, now, cancellation);
        var state = PartnershipStates.Of(view, agreement, open.Token, review, scheme.TimeZone, now);
        return Wants.Json(request)
            ? Answers.Json(PartnershipSummary.Of(view, state), status)
            : answers.Page(new PartnershipModel(scheme, $"/partnerships/{open.Token}", view.Party, view.MyName, view.Partner, state, $"/partnerships/{open.Token}/calendar.ics", form)
            {
                Trouble = MembershipTroubles.Of(await people.HomeAsync(open.Round, open.Registration, cancellation), now),
                PartnerAnswersBy = await OpenReviews.PartnerAnswersByAsync(reader, open.Round, view.State, view.Party, now, cancellation),
                Readable = await ReadableReviews.ReadAsync(reader, open.Round, view, scheme.TimeZone, cancellation),
                Training = scheme.TrainingFor(view.Party == Party.Mentor, now),
            }, status);
    }

    private async ValueTask<(OpenedLink.Opened? Open, PairView? View, IResult? Refusal)> OpenAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var link = await links.OpenAsync(token, LinkPurpose.Partnership, cancellation);
        if (link is not OpenedLink.Opened open)
            return (null, null, answers.ClosedLink(request, link));
        return await pairs.ReadAsync(open, open.Subject, cancellation) is { } view
            ? (open, view, null)
            : (null, null, answers.ClosedLink(request, new OpenedLink.Unknown()));
    }
}
