using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Reviews;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Reviews;

/// <summary>Shows a review to the person who was asked, and takes the answers.</summary>
public sealed class ReviewDesk(LinkReader links, LedgerReader reader, PairReader pairs, SchemeShell shell, Answers answers, Scheme scheme, TimeProvider time)
{
    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (open, review, refusal) = await OpenAsync(request, token, cancellation);
        return review is null ? refusal! : await AnswerWithStateAsync(request, open!, review, FormState.Empty, contrary: null, cancellation);
    }

    public async Task<IResult> AnswerAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var (open, review, refusal) = await OpenAsync(request, token, cancellation);
        if (review is null)
            return refusal!;
        var (fields, unread) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return unread!;
        var form = AskedNow(review, await PartnershipAsync(open!, review, cancellation));
        var (given, errors) = ReviewAnswerForm.Read(form, fields);
        if (given is null)
            return await FaultyAsync(request, open!, review, FormStates.Of(fields, errors), cancellation);

        var outcome = await shell.CarryOutAsync(open!.Round, form.Party.Actor(), waker, work => SubmitAsync(work, form.Id, given, cancellation), cancellation);
        return await CameOfItAsync(request, open, token, outcome, FormStates.Of(fields, FormState.Empty.Errors), cancellation);
    }

    /// <summary>What may be done with answers that were given, from now on.</summary>
    public async Task<IResult> AllowAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var (open, review, refusal) = await OpenAsync(request, token, cancellation);
        if (review is null)
            return refusal!;
        var (fields, unread) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return unread!;
        var (purposes, errors) = ReviewAnswerForm.ReadPermission(fields);
        if (purposes is null)
            return await FaultyAsync(request, open!, review, FormStates.Of(fields, errors), cancellation);

        var form = Review.FormOf(review)!;
        var outcome = await shell.CarryOutAsync(open!.Round, new Request.ToReview(form.Id, new Review.Command.Allow(purposes)), form.Party.Actor(), waker, cancellation);
        return await CameOfItAsync(request, open, token, outcome, FormState.Empty, cancellation);
    }

    private async Task<IResult> FaultyAsync(HttpRequest request, OpenedLink.Opened open, Review review, FormState form, CancellationToken cancellation) =>
        Wants.Json(request) ? new ProblemResult(Problem.Invalid(form.Errors)) : await AnswerWithStateAsync(request, open, review, form, contrary: null, cancellation);

    private async Task<IResult> CameOfItAsync(HttpRequest request, OpenedLink.Opened open, string token, Outcome outcome, FormState typed, CancellationToken cancellation) => outcome is Outcome.Done && !Wants.Json(request)
        ? Answers.SeeOther($"/reviews/{token}")
        : await AnswerWithStateAsync(request, open, await ReviewAsync(open, cancellation), outcome is Outcome.Refused ? typed : FormState.Empty, (outcome as Outcome.Refused)?.Reason, cancellation);

    /// <summary>Answers, and word to the coordinator where the person asks for it: both or neither.</summary>
    private static async ValueTask<Rejection?> SubmitAsync(Transaction work, string id, ReviewAnswers given, CancellationToken cancellation)
    {
        var refusal = await work.AskAsync(new Request.ToReview(id, new Review.Command.Submit(given)), cancellation);
        if (refusal is not null || await work.StateAsync(Stages.Reviews, id, cancellation) is not Review.Answered answered)
            return refusal;
        return new AllowedAnswers(answered).ToCoordinator is null ? null : await work.AskAsync(Attention(id), cancellation);
    }

    // The words themselves stay out of the mail: the coordinator reads them on the pages. The key keeps a second click from sending it again.
    private static Request.Send Attention(string id) => new(new MailDraft(
        MailTemplates.CoordinatorAttention, $"{MailTemplates.CoordinatorAttention}.{id}", To: null, id, Link: null, Note: "Somebody has written to you in a review."));

    /// <summary>The review as it stands: 200, 410 once closed, 409 after other answers, 422 with errors in the form.</summary>
    private async Task<IResult> AnswerWithStateAsync(HttpRequest request, OpenedLink.Opened open, Review review, FormState form, Rejection? contrary, CancellationToken cancellation)
    {
        if (Wants.Json(request) && contrary is not null)
            return new ProblemResult(Answers.ProblemOf(contrary));
        var partnership = await PartnershipAsync(open, review, cancellation);
        var (asked, state) = (AskedNow(review, partnership), StateOf(review, partnership));
        var status = StatusOf(state, form, contrary);
        if (Wants.Json(request))
            return Answers.Json(ReviewSummary.Of(asked, state, review), status);
        var view = await pairs.ReadAsync(open, asked.PartnershipId, cancellation);
        var unsent = state is ReviewState.Open ? [] : WordsOf(asked, form);
        if (review is Review.Answered answered && !form.HasErrors)
            form = Allowed(answered.Answers.Purposes);
        var shown = contrary is null ? form : form with { Errors = new Dictionary<string, IReadOnlyList<string>> { ["review"] = [contrary.Message] } };
        return answers.Page(
            new ReviewModel(scheme, $"/reviews/{open.Token}", asked.Kind, asked.Party, asked.AsksToContinue, view?.Other?.Name, state, shown) { Unsent = unsent }, status);
    }

    private static List<(string Question, string Words)> WordsOf(ReviewForm asked, FormState form) =>
        [.. ReviewQuestions.For(asked).Where(question => question.Kind == ReviewQuestionKind.Words && form.Value(question.Code).Length > 0).Select(question => (question.Label, form.Value(question.Code)))];

    private static FormState Allowed(IReadOnlyList<string> purposes) => FormState.Of(
        [(ReviewQuestions.Share, purposes.Count > 0 ? "yes" : "no"), .. purposes.Select(purpose => (ReviewQuestions.Purpose, purpose))]);

    private static int StatusOf(ReviewState state, FormState form, Rejection? contrary)
    {
        if (contrary is not null)
            return Answers.StatusOf(contrary);
        if (state is ReviewState.Closed)
            return StatusCodes.Status410Gone;
        return form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
    }

    /// <summary>The form as it asks now: once it is settled whether the partnership goes on, it asks no more. Answers that were given stand as they were asked for.</summary>
    private static ReviewForm AskedNow(Review review, Partnership partnership)
    {
        var form = Review.FormOf(review)!;
        return form with { AsksToContinue = review is Review.Answered answered ? answered.Answers.Continue is not null : form.Decides(partnership) };
    }

    private ReviewState StateOf(Review review, Partnership partnership) => review switch
    {
        Review.Open open when !open.Answer.IsOver(time.GetUtcNow()) => new ReviewState.Open(open.Answer.Until),
        Review.Open open => new ReviewState.Closed(open.Answer.Until),
        Review.Answered answered => new ReviewState.Answered(LocalInstant.At(answered.At, scheme.TimeZone)) { IsSettled = !answered.Form.Decides(partnership), IsOver = partnership is Partnership.Ended },
        Review.Unanswered unanswered => new ReviewState.Closed(unanswered.AnswerBy),
        _ => throw new InvalidOperationException("A review that was asked for is open, answered or closed."),
    };

    private ValueTask<Review> ReviewAsync(OpenedLink.Opened open, CancellationToken cancellation) =>
        reader.StateAsync(Stages.Reviews, open.Round, open.Subject, cancellation);

    private ValueTask<Partnership> PartnershipAsync(OpenedLink.Opened open, Review review, CancellationToken cancellation) =>
        reader.StateAsync(Stages.Partnerships, open.Round, Review.FormOf(review)!.PartnershipId, cancellation);

    private async ValueTask<(OpenedLink.Opened? Open, Review? Review, IResult? Refusal)> OpenAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var link = await links.OpenAsync(token, LinkPurpose.Review, cancellation);
        if (link is not OpenedLink.Opened open)
            return (null, null, answers.ClosedLink(request, link));
        var review = await ReviewAsync(open, cancellation);
        return Review.FormOf(review)?.ParticipantId == open.Registration
            ? (open, review, null)
            : (null, null, answers.ClosedLink(request, new OpenedLink.Unknown()));
    }
}
