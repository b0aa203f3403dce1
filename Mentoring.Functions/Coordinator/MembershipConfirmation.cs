using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>The coordinator's word that a membership is in order, where the association's records do not know it or lag behind.</summary>
public sealed class MembershipConfirmation(ApiForm forms, LedgerReader reader, SchemeShell shell)
{
    public async Task<IResult> ConfirmAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation)
    {
        return await forms.ReadButtonAsync(request, cancellation) is { } refusal ? refusal : await ConfirmAsync(id, waker, cancellation);
    }

    public async Task<IResult> ConfirmAsync(string id, IWaker waker, CancellationToken cancellation)
    {
        if (await reader.FindAsync(Stages.Registrations, id, cancellation) is not { } found)
            return new ProblemResult(new Problem(StatusCodes.Status404NotFound, "registration-unknown", "There is no such registration."));
        return await shell.CarryOutAsync(found.Round, new Request.ToRegistration(id, new Registration.Command.ConfirmMembership()), Actor.Coordinator, waker, cancellation) is Outcome.Refused refused
            ? new ProblemResult(Answers.ProblemOf(refused.Reason))
            : Answers.Json(new Confirmed(found.Round, id, "in-order"));
    }

    private sealed record Confirmed(string RoundId, string RegistrationId, string Membership);
}
