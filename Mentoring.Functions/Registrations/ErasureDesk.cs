using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>Forgets a person who asks for it: withdraws them, then takes their words and names out of every row, in every round.</summary>
public sealed class ErasureDesk(OwnRegistrations registrations, OwnPage page, Leaving leaving, Erasure erasure, ILedger ledger, LedgerReader reader)
{
    public async Task<IResult> EraseAsync(HttpRequest request, string token, IWaker waker, CancellationToken cancellation)
    {
        var (own, fields, closed) = await registrations.OpenToChangeAsync(request, token, cancellation);
        if (own is null)
            return closed!;
        var form = new FieldReader(fields);
        if (!form.Yes("confirm", "Tick the box to confirm that everything is to be erased."))
        {
            return Wants.Json(request)
                ? new ProblemResult(Problem.Invalid(form.Errors))
                : await page.ShowAsync(request, own, new FormState(EntryFields.Of(own.Entry), form.Errors), StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        var person = own.Entry.Email.Person;
        await leaving.EndBroughtAsync(own.Stations, waker, cancellation);
        var everywhere = await HeldRecords.RegistrationsAsync(ledger, reader, person, cancellation);
        // The round whose link was opened comes last: cut off before, the same link and button go on.
        foreach (var address in everywhere.OrderBy(address => address.Id == own.Home.Id))
        {
            await erasure.EraseAsync(
                await Station.ReadAsync(reader, address.Round, address.Id, cancellation),
                person,
                await HeldRecords.ReadAsync(reader, address.Round, address.Id, cancellation),
                Actor.Participant,
                waker,
                cancellation);
        }

        return Wants.Json(request) ? Answers.Json(new { state = "erased" }) : Answers.SeeOther(own.Path);
    }
}
