using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Shows an action's form, asks whether to do it, enters who does it, does it, and shows what came of it.</summary>
public sealed class ActionDesk(DeskDoor door, DeskLog log, Answers answers, Scheme scheme)
{
    internal static readonly Problem Unknown = new(StatusCodes.Status404NotFound, "unknown-here", "There is nothing like that here, or not any more.");

    /// <summary>Where somebody else was quicker, such as the mentee whose offer was to be taken back.</summary>
    internal static readonly Problem Settled = new(
        StatusCodes.Status409Conflict, "settled-here", "It has been answered, or has ended, in the meantime, so there is nothing left to do here. What came of it stands on the pages of the two under People.");

    /// <param name="find">Null where there is nothing to do it to.</param>
    public Task<IResult> ShowAsync(HttpRequest request, Func<Task<DeskAction?>> find, CancellationToken cancellation) => ShowAsync(request, find, Unknown, cancellation);

    /// <param name="find">Null where there is nothing to do it to.</param>
    /// <param name="why">Said in that case.</param>
    public Task<IResult> ShowAsync(HttpRequest request, Func<Task<DeskAction?>> find, Problem why, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
        await find() is { } action
            ? answers.Page(PageOf(action, visitor, action.Start, confirming: action.Fields.Count == 0))
            : answers.Problem(request, why), cancellation);

    /// <inheritdoc cref="ActAsync(HttpRequest, Func{Task{DeskAction}}, Problem, Func{FormFields, IReadOnlyDictionary{string, IReadOnlyList{string}}}, Func{FormFields, Task{IResult}}, CancellationToken)"/>
    public Task<IResult> ActAsync(
        HttpRequest request, Func<Task<DeskAction?>> find, Func<FormFields, IReadOnlyDictionary<string, IReadOnlyList<string>>>? check, Func<FormFields, Task<IResult>> carryOut, CancellationToken cancellation) =>
        ActAsync(request, find, Unknown, check, carryOut, cancellation);

    /// <param name="find">Null where there is nothing to do it to.</param>
    /// <param name="why">Said in that case.</param>
    /// <param name="check">Field → sentences; asked before the last word is asked for.</param>
    /// <param name="carryOut">A <see cref="ProblemResult"/> where it was not done.</param>
    public Task<IResult> ActAsync(
        HttpRequest request, Func<Task<DeskAction?>> find, Problem why, Func<FormFields, IReadOnlyDictionary<string, IReadOnlyList<string>>>? check, Func<FormFields, Task<IResult>> carryOut,
        CancellationToken cancellation) =>
        door.ActAsync(request, async (visitor, fields) =>
        {
            if (await find() is not { } action)
                return answers.Problem(request, why);
            var given = fields.Without(DeskActionModel.Confirm);
            if (check?.Invoke(given) is { Count: > 0 } errors)
                return answers.Page(PageOf(action, visitor, FormStates.Of(given, errors), confirming: false), StatusCodes.Status422UnprocessableEntity);
            if (fields.First(DeskActionModel.Confirm) != "yes")
                return answers.Page(PageOf(action, visitor, FormStates.Of(given, FormState.Empty.Errors), confirming: true));

            await log.EnterAsync(action.Round, action.Code, action.Subject, visitor.Who, cancellation);
            if (await carryOut(given) is not ProblemResult { Problem: var problem })
                return Answers.SeeOther($"{action.Back}{(action.Back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{DoneWords.Field}={action.Code}");
            // Somebody may have been quicker: a button is shown again only where there is still something to do.
            return await find() is { } still ? Refused(still, visitor, given, problem) : answers.Problem(request, problem);
        }, cancellation);

    private IResult Refused(DeskAction action, DeskVisitor visitor, FormFields given, Problem problem)
    {
        var errors = problem.Errors?.Where(error => action.Fields.Any(field => field.Name == error.Key)).ToDictionary(StringComparer.Ordinal) ?? [];
        return answers.Page(PageOf(action, visitor, FormStates.Of(given, errors), confirming: false) with { Trouble = errors.Count > 0 ? null : problem.Detail }, problem.Status);
    }

    private DeskActionModel PageOf(DeskAction action, DeskVisitor visitor, FormState form, bool confirming) =>
        new(scheme, visitor.Visit, action.Title, action.Words, action.Path, action.Fields, form, action.Button, null, confirming, action.Back);
}
