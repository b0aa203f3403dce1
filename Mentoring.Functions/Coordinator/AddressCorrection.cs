using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Has mails for a person go to another address, in all rounds: they mistyped theirs, or have another one since.</summary>
/// <remarks>By which address a person is recognised does not change: whom they declined and from whom they are kept apart stands under it.</remarks>
public sealed class AddressCorrection(ILedger ledger, LedgerReader reader, SchemeShell shell)
{
    public async Task<IResult> CorrectAsync(string id, EmailAddress address, IWaker waker, CancellationToken cancellation)
    {
        if (await reader.FindAsync(Stages.Registrations, id, cancellation) is not { State: Registration.Active active })
            return new ProblemResult(new Problem(StatusCodes.Status404NotFound, "registration-unknown", "There is no such registration, or not any more."));
        foreach (var own in await HeldRecords.RegistrationsAsync(ledger, reader, active.Person, cancellation))
        {
            // Where they take part no more, nothing is sent to them either.
            await shell.CarryOutAsync(own.Round, new Request.ToRegistration(own.Id, new Registration.Command.CorrectAddress(address)), Actor.Coordinator, waker, cancellation);
        }

        return Results.NoContent();
    }
}
