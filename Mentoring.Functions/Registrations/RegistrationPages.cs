using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Settings;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Registrations;
using Microsoft.AspNetCore.Http;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Functions.Registrations;

/// <summary>Our own pages around the registration form: before it, the form itself, after it.</summary>
public sealed class RegistrationPages(CurrentRound rounds, Answers answers, SnippetRenderer snippets, Site site, Scheme scheme, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>The empty form where a round is open; else when one opens, or 410 that all are over.</summary>
    public async Task<IResult> FormAsync(CancellationToken cancellation)
    {
        var calendar = await rounds.AtAsync(time.GetUtcNow(), cancellation);
        return calendar.Open is { } open
            ? Form(open, FormState.Empty, StatusCodes.Status200OK)
            : Closed(calendar, sent: null, calendar.Next is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
    }

    public async Task<IResult> ThanksAsync(CancellationToken cancellation) =>
        answers.Page(new ThankYouModel(scheme, (await rounds.AtAsync(time.GetUtcNow(), cancellation)).Open?.Closes));

    /// <summary>The form as typed. What stands in hidden boxes goes with it unless that is what is wrong.</summary>
    public IResult Form(RoundPlan round, FormState form, int status)
    {
        var submission = Hidden(form, Field.SubmissionId);
        return answers.Page(
            new RegistrationFormModel(round.SettingsOf(scheme), submission.Length > 0 ? submission : identifiers.NewId(time.GetUtcNow()), round.Opens, round.Closes, form)
            {
                Redirect = Hidden(form, Field.Redirect),
            },
            status,
            RedirectOrigins.Allow(scheme, Hidden(form, Field.Redirect), out var address) ? new Uri(address).GetLeftPart(UriPartial.Authority) : null);
    }

    /// <summary>The form as plain HTML, for the association's own website.</summary>
    public async Task<IResult> SnippetAsync(CancellationToken cancellation)
    {
        var settings = (await rounds.AtAsync(time.GetUtcNow(), cancellation)).SettingsOf(scheme);
        return answers.Page(new SnippetModel(scheme, snippets.Render(settings, site.Address), site.At(Paths.Registrations)));
    }

    public IResult NotEligible(string reason) => answers.Page(new NotEligibleModel(scheme, reason), StatusCodes.Status403Forbidden);

    /// <param name="sent">The form that came too late or too early; null where none did.</param>
    public IResult Closed(RoundCalendar calendar, FormFields? sent, int status = StatusCodes.Status410Gone) => answers.Page(
        new RegistrationClosedModel(scheme, calendar.Last?.Deadline, calendar.Next?.Opens, WasSent: sent is not null) { Form = FormStates.Of(sent ?? FormFields.Empty, FormState.Empty.Errors) }, status);

    private static string Hidden(FormState form, string name) => form.ErrorsOf(name).Count > 0 ? "" : form.Value(name);
}
