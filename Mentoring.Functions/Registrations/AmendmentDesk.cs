using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Functions.Registrations;

/// <summary>Shows a person their registration and takes changes to it until the deadline.</summary>
public sealed class AmendmentDesk(OwnRegistrations registrations, OwnPage page, RegistrationPages pages, Leaving leaving, LedgerReader reader, SchemeShell shell, Answers answers, Scheme scheme, TimeProvider time)
{
    private static readonly Rejection NoRound = new("registration-closed", "This registration can no longer be changed.", RejectionKind.Gone);

    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (own, closed) = await registrations.OpenAsync(request, token, cancellation);
        return own is null ? closed! : await page.ShowAsync(request, own, cancellation);
    }

    public async Task<IResult> AmendAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var received = time.GetUtcNow();
        var (own, closed) = await registrations.OpenAsync(request, token, cancellation);
        if (own is null)
            return closed!;
        var (fields, unread) = await answers.ReadOwnFormAsync(request, cancellation);
        if (fields is null)
            return unread!;
        var plan = Round.PlanOf(await reader.StateAsync(Stages.Rounds, own.Home.Round, own.Home.Round, cancellation));
        if (plan is null || plan.Window(scheme).Refusal(received) is not null)
            return await RefuseAsync(request, own, fields, plan?.Window(scheme).Refusal(received) ?? NoRound, cancellation);

        return Read(fields, own.Entry, received) switch
        {
            FormResult.Valid form => await EnterAsync(request, own, plan, form.Entry, received, waker, cancellation),
            FormResult.NotEligible refused => Wants.Json(request) ? new ProblemResult(Problem.NotEligible(refused.Reason)) : pages.NotEligible(refused.Reason),
            FormResult.Invalid invalid => Wants.Json(request)
                ? new ProblemResult(Problem.Invalid(invalid.Errors))
                : await page.ShowAsync(request, own, FormStates.Of(fields, invalid.Errors), StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => throw new InvalidOperationException("Whoever holds the link is no robot: the trap was taken out of the form."),
        };
    }

    /// <summary>A person sees what they had typed once more.</summary>
    private async Task<IResult> RefuseAsync(HttpRequest request, OwnRegistration own, FormFields typed, Rejection late, CancellationToken cancellation) => Wants.Json(request)
        ? answers.Refused(request, late)
        : await page.ShowAsync(request, own, FormStates.Of(typed, FormState.Empty.Errors), StatusCodes.Status410Gone, cancellation, late.Message);

    /// <summary>The address stays the person's own. Whom they named before as never to be paired with stays named: the page can't show it, so leaving it out takes nothing back.</summary>
    private FormResult Read(FormFields posted, Entry before, DateTimeOffset received)
    {
        var fields = posted.Without(Field.Website).Without(Field.Redirect).Without(Field.SubmissionId);
        // Where the coordinator corrected it, the address that mails go to is not the one by which the person is recognised.
        var asItWas = fields[Field.Email].Count == 0 || fields.First(Field.Email) == before.Email.Typed;
        if (asItWas)
            fields = fields.With(Field.Email, before.Email.Canonical);
        var form = RegistrationForm.Read(fields, scheme, received);
        if (!EmailAddress.TryParse(fields.First(Field.Email), out var address) || address.Person == before.Email.Person)
        {
            return form is FormResult.Valid valid
                ? valid with { Entry = valid.Entry with { Email = asItWas ? before.Email : valid.Entry.Email, Exclude = [.. before.Exclude.Union(valid.Entry.Exclude)] } }
                : form;
        }

        var errors = new OrderedDictionary<string, IReadOnlyList<string>>((form as FormResult.Invalid)?.Errors ?? new Dictionary<string, IReadOnlyList<string>>());
        errors[Field.Email] = ["Your address cannot be changed here, because it is how we recognise you. To register with another one, withdraw and register again before the deadline."];
        return new FormResult.Invalid(errors);
    }

    private async Task<IResult> EnterAsync(HttpRequest request, OwnRegistration own, RoundPlan plan, Entry entry, DateTimeOffset received, IWaker waker, CancellationToken cancellation)
    {
        // Who is no mentor any more gives back first what they have in hand.
        if (entry.Mentor is null)
        {
            await leaving.EndBroughtAsync([own.Home], waker, cancellation);
            await leaving.LightenAsync(own.Home, waker, cancellation);
        }

        var submit = new Registration.Command.Submit(entry, plan.Window(scheme), received);
        var outcome = await shell.CarryOutAsync(
            own.Home.Round,
            Actor.Participant,
            waker,
            async work => await work.AskAsync(new Request.ToRegistration(own.Home.Id, submit), cancellation) ?? await OffersApart.WithdrawAsync(work, own.Home.Id, cancellation),
            cancellation);
        if (outcome is Outcome.Refused refused)
            return answers.Refused(request, refused.Reason);
        return Wants.Json(request) ? await ShowAsync(request, own.Token, cancellation) : OwnPage.After(own, own.Home.Registration is Registration.Withdrawn ? "registered" : "amended");
    }
}
