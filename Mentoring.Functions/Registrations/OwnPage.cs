using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Registrations;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>A person's own page: where they stand, what they wrote, and what they may do.</summary>
public sealed class OwnPage(LedgerReader reader, StandingReader standings, Answers answers, Scheme scheme, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>What the page says after a button. Addresses name one of these, never words of their own.</summary>
    private static readonly Dictionary<string, string> Notices = new(StringComparer.Ordinal)
    {
        ["registered"] = "You are registered again.",
        ["amended"] = "Your registration has been changed.",
        ["withdrawn"] = "Your registration has been withdrawn.",
        ["stays"] = "Your wish about the next round has been noted.",
        ["left"] = "You are off the waiting list.",
        ["rejoined"] = "Welcome back.",
        ["trained"] = "Thank you. You are matched like every trained mentor now.",
        ["paused"] = "You are pausing: we look for nobody new for you.",
    };

    public async Task<IResult> ShowAsync(HttpRequest request, OwnRegistration own, CancellationToken cancellation) =>
        await ShowAsync(request, own, new FormState(EntryFields.Of(own.Entry), FormState.Empty.Errors), StatusCodes.Status200OK, cancellation);

    /// <param name="form">What was typed, with what is wrong.</param>
    /// <param name="refused">Why it was not taken, where nothing typed can be put right.</param>
    public async Task<IResult> ShowAsync(HttpRequest request, OwnRegistration own, FormState form, int status, CancellationToken cancellation, string? refused = null)
    {
        var plan = Round.PlanOf(await reader.StateAsync(Stages.Rounds, own.Home.Round, own.Home.Round, cancellation));
        var canAmend = plan is not null && plan.Window(scheme).Refusal(time.GetUtcNow()) is null;
        var amendUntil = canAmend ? plan!.Closes : null;
        var where = await standings.ReadAsync(own, cancellation);
        if (Wants.Json(request))
            return Answers.Json(RegistrationSummary.Of(own, amendUntil, where), status);
        return answers.Page(
            new RegistrationModel(
                plan?.SettingsOf(scheme) ?? scheme, own.Entry.Name, own.Path, where, form, amendUntil, CanWithdraw: own.Home.Registration is Registration.Active,
                Notices.GetValueOrDefault(request.Query["done"].ToString()))
            {
                CanAmend = canAmend,
                Refused = refused,
                Trouble = MembershipTroubles.Of(own.Home, time.GetUtcNow()),
                SubmissionId = identifiers.NewId(time.GetUtcNow()),
                Excluded = own.Entry.Exclude.Count,
            },
            status);
    }

    /// <summary>After a button: a program gets the state, a browser goes to the page.</summary>
    /// <param name="notice">One of the page's notices.</param>
    public static IResult After(OwnRegistration own, string notice) => Answers.SeeOther($"{own.Path}?done={notice}");
}
