using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>Takes registrations from wherever the form stands.</summary>
public sealed class RegistrationIntake(
    RegistrationBook book, MembershipDoor memberships, RegistrationPages pages, CurrentRound rounds, Answers answers, Scheme scheme, IIdentifiers identifiers, TimeProvider time)
{
    public const string ThankYouPath = "/register/thanks";

    public async Task<IResult> ReceiveAsync(HttpRequest request, IWaker waker, CancellationToken cancellation)
    {
        var received = time.GetUtcNow();
        CrossOrigin.Admit(request, scheme);
        var body = await FormBody.ReadAsync(request, cancellation: cancellation);
        if (body is BodyResult.Refused unread)
            return answers.Problem(request, unread.Problem);

        return await TakeAsync(request, ((BodyResult.Fields)body).Form, received, waker, cancellation);
    }

    /// <summary>Answers are translated by the scheme's map of questions. A question that it does not have is named and nothing is taken.</summary>
    public async Task<IResult> ReceiveByFormsAsync(HttpRequest request, IWaker waker, CancellationToken cancellation)
    {
        var received = time.GetUtcNow();
        if (answers.RefuseForeign(request) is { } foreign)
            return foreign;
        var body = await FormBody.ReadAsync(request, cancellation: cancellation);
        if (body is BodyResult.Refused unread)
            return answers.Problem(request, unread.Problem);
        var (fields, errors) = FormsTranslation.Translate(((BodyResult.Fields)body).Form, scheme);
        return errors.Count > 0
            ? new ProblemResult(Problem.Invalid(errors))
            : await TakeAsync(request, fields, received, waker, cancellation);
    }

    private async Task<IResult> TakeAsync(HttpRequest request, FormFields fields, DateTimeOffset received, IWaker waker, CancellationToken cancellation)
    {
        var calendar = await rounds.AtAsync(received, cancellation);
        return RegistrationForm.Read(fields, scheme, received) switch
        {
            // Also after the deadline: a form that was taken gets the same answer when it is sent again.
            FormResult.Valid form when await RoundOfAsync(calendar, form, cancellation) is { } round => await EnterAsync(request, calendar, round, form, fields, received, waker, cancellation),
            _ when calendar.Open is null => Closed(request, calendar, fields, received),
            FormResult.Trapped trapped => Received(request, new RegistrationReceipt(identifiers.NewId(calendar.Open.Opens.Instant), calendar.Open.Id), trapped.Redirect),
            FormResult.NotEligible refused => NotEligible(request, refused.Reason),
            FormResult.Invalid invalid => Wants.Json(request)
                ? new ProblemResult(Problem.Invalid(invalid.Errors))
                : pages.Form(calendar.Open, FormStates.Of(fields, invalid.Errors), StatusCodes.Status422UnprocessableEntity),
            _ => throw new InvalidOperationException("FormResult is a closed union."),
        };
    }

    /// <summary>The round that people mean; once a window has closed, the one that took this very form in it.</summary>
    private async ValueTask<RoundPlan?> RoundOfAsync(RoundCalendar calendar, FormResult.Valid form, CancellationToken cancellation) =>
        calendar is { Open: null, Last: { } last } && await book.WasTakenAsync(last, form, cancellation) ? last : calendar.Current;

    private async Task<IResult> EnterAsync(
        HttpRequest request, RoundCalendar calendar, RoundPlan round, FormResult.Valid form, FormFields fields, DateTimeOffset received, IWaker waker, CancellationToken cancellation)
    {
        var (found, refusal) = calendar.Open is null ? (null, null) : await memberships.AskAsync(form.Entry, cancellation);
        if (refusal is not null && !await book.WasTakenAsync(round, form, cancellation))
            return NotEligible(request, refusal);
        return await book.EnterAsync(round, form, received, found, Actor.Participant, waker, cancellation) switch
        {
            (Outcome.Refused { Reason.Kind: RejectionKind.Gone }, _) => Closed(request, calendar, fields, received),
            (Outcome.Refused refused, _) => answers.Refused(request, refused.Reason),
            var (_, receipt) => Received(request, receipt, form.Redirect),
        };
    }

    private IResult NotEligible(HttpRequest request, string reason) => Wants.Json(request) ? new ProblemResult(Problem.NotEligible(reason)) : pages.NotEligible(reason);

    private static IResult Received(HttpRequest request, RegistrationReceipt receipt, string? redirect) =>
        Wants.Json(request) ? Answers.Json(receipt, StatusCodes.Status201Created) : Answers.SeeOther(redirect ?? ThankYouPath);

    private IResult Closed(HttpRequest request, RoundCalendar calendar, FormFields fields, DateTimeOffset received)
    {
        var refusal = calendar.Current?.Window(scheme).Refusal(received)
            ?? new Rejection("registration-closed", $"No round takes registrations at the moment. Please write to {scheme.Contact.Email} with any question.", RejectionKind.Gone);
        return Wants.Json(request) ? new ProblemResult(Answers.ProblemOf(refusal)) : pages.Closed(calendar, fields);
    }
}
