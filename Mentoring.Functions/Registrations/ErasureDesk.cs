using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>Forgets a person: withdraws them, then takes their words and names out of every row, in every round.</summary>
public sealed class ErasureDesk(OwnRegistrations registrations, OwnPage page, Leaving leaving, SchemeShell shell, ILedger ledger, LedgerReader reader)
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
            await EraseAsync(address, person, waker, cancellation);
        return Wants.Json(request) ? Answers.Json(new { state = "erased" }) : Answers.SeeOther(own.Path);
    }

    private async Task EraseAsync(Address address, string person, IWaker waker, CancellationToken cancellation)
    {
        var records = await HeldRecords.ReadAsync(reader, address.Round, address.Id, cancellation);
        await shell.CarryOutAsync(address.Round, Actor.Participant, waker, async work =>
        {
            if (await work.AskAsync(new Request.ToRegistration(address.Id, new Registration.Command.Erase()), cancellation) is { } refusal)
                return refusal;
            foreach (var request in await ForgetAsync(work, records, cancellation))
            {
                if (await work.AskAsync(request, cancellation) is { } refused)
                    return refused;
            }

            if (await ledger.ReadAsync(PersonIndex.Key(address.Round, person), cancellation) is { } index)
                work.Write(new RowWrite.Delete(index.Key, index.Version));
            return null;
        }, cancellation);
    }

    /// <summary>What the person wrote or signed. Reviews include those that the ending of a partnership has just opened.</summary>
    private static async Task<List<Request>> ForgetAsync(Transaction work, HeldRecords records, CancellationToken cancellation)
    {
        List<Request> requests = [.. records.Offers.Select(held => new Request.ToOffer(held.Id, new Offer.Command.Forget()))];
        var reviews = records.Reviews.Select(held => held.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, party, _, _) in records.Partnerships)
        {
            requests.Add(new Request.ToAgreement(id, new Agreement.Command.Forget(party)));
            requests.Add(new Request.ToPartnership(id, new Partnership.Command.Forget(party)));
            foreach (var form in PartnershipReviews.Of(await work.StateAsync(Stages.Partnerships, id, cancellation)))
            {
                if (Review.FormOf(await work.StateAsync(Stages.Reviews, form, cancellation))?.Party == party)
                    reviews.Add(form);
            }
        }

        return [.. requests, .. reviews.Order(StringComparer.Ordinal).Select(form => new Request.ToReview(form, new Review.Command.Forget()))];
    }
}
