using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Corrects the address that a person's mails go to.</summary>
public sealed class AddressActions(ActionDesk desk, AddressCorrection correction, LedgerReader reader)
{
    private const string NoAddress = "Enter an email address, like name@example.org.";

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation) => desk.ShowAsync(request, () => FindAsync(id, cancellation), cancellation);

    public Task<IResult> CorrectAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) => desk.ActAsync(
        request, () => FindAsync(id, cancellation), Faults, fields => correction.CorrectAsync(id, AddressIn(fields)!, waker, cancellation), cancellation);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Faults(FormFields fields)
    {
        var reader = new FieldReader(fields);
        if (AddressIn(fields) is null)
            reader.Wrong(RegistrationFields.Email, NoAddress);
        return reader.Errors;
    }

    private static EmailAddress? AddressIn(FormFields fields) => fields[RegistrationFields.Email].Count == 1 && EmailAddress.TryParse(fields.First(RegistrationFields.Email), out var address) ? address : null;

    private async Task<DeskAction?> FindAsync(string id, CancellationToken cancellation) =>
        await reader.FindAsync(Stages.Registrations, id, cancellation) is { State: Registration.Active } found && Persons.EntryOf(found.State) is { } entry
            ? new DeskAction(
                "correct-address", "registration:" + id, found.Round, "Correct an address",
                [
                    $"From now on every email for {entry.Name} goes to the address that you give here, in all rounds, and a partner sees it on the partnership’s page. Be sure that it is theirs: emails have links that let their reader act for them.",
                    "Emails that did not arrive are not sent once more by themselves: send them again from the list when the address is right.",
                ],
                Paths.Address(id), [new(RegistrationFields.Email, "The right address", $"So far: {entry.Email.Typed}", Type: "email")], "Correct the address", Paths.Person(id), FormState.Empty)
            : null;
}
