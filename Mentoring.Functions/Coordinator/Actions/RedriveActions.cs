using Mentoring.Core.Registrations;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator.Mails;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>What settles things that stopped: a mail is sent again, a step is started again, a membership is confirmed.</summary>
public sealed class RedriveActions(ActionDesk desk, MailDesk mails, InstanceDesk instances, MembershipConfirmation memberships, ILedger ledger, LedgerReader reader)
{
    public Task<IResult> ShowMailAsync(HttpRequest request, string id, CancellationToken cancellation) => desk.ShowAsync(request, () => MailAsync(id, cancellation), cancellation);

    public Task<IResult> SendAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) =>
        desk.ActAsync(request, () => MailAsync(id, cancellation), null, _ => mails.SendAgainAsync(id, waker, cancellation), cancellation);

    public Task<IResult> ShowInstanceAsync(HttpRequest request, string id, DurableTaskClient client, CancellationToken cancellation) => desk.ShowAsync(request, () => InstanceAsync(id, client, cancellation), cancellation);

    public Task<IResult> RestartAsync(HttpRequest request, string id, DurableTaskClient client, IWaker waker, CancellationToken cancellation) =>
        desk.ActAsync(request, () => InstanceAsync(id, client, cancellation), null, _ => instances.RestartAsync(id, client, waker, cancellation), cancellation);

    public Task<IResult> ShowMembershipAsync(HttpRequest request, string id, CancellationToken cancellation) => desk.ShowAsync(request, () => MembershipAsync(id, cancellation), cancellation);

    public Task<IResult> ConfirmAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) =>
        desk.ActAsync(request, () => MembershipAsync(id, cancellation), null, _ => memberships.ConfirmAsync(id, waker, cancellation), cancellation);

    private async Task<DeskAction?> MailAsync(string id, CancellationToken cancellation) =>
        LedgerGuard.IsPart(id) && await ledger.FindAsync(OutboxMail.Kind, id, cancellation) is { } row && row.As<OutboxMail>() is OutboxMail.Failed or OutboxMail.Bounced
            ? new DeskAction("send-again", "mail:" + id, row.Key.Partition, "Send an email again", [$"The email “{MailNames.Of(row.As<OutboxMail>().Draft.Template)}” did not reach its reader. It is written once more, with a link of its own, to the address as it is now."], Paths.Mail(id), [], "Send it again", Paths.MailLog, FormState.Empty)
            : null;

    private static async Task<DeskAction?> InstanceAsync(string id, DurableTaskClient client, CancellationToken cancellation) =>
        await InstanceDesk.FindAsync(id, client, cancellation) is { RuntimeStatus: OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated }
            ? new DeskAction("restart", "orchestration:" + id, null, "Start a step again", ["A step failed again and again. It is started from its beginning, and goes on where things stand: what was done already is not done again."], Paths.Instance(id), [], "Start it again", Paths.Coordinator, FormState.Empty)
            : null;

    private async Task<DeskAction?> MembershipAsync(string id, CancellationToken cancellation) =>
        await reader.FindAsync(Stages.Registrations, id, cancellation) is { State: Registration.Active } found
            ? new DeskAction("confirm-membership", "registration:" + id, found.Round, "Confirm a membership", [$"You know that the membership of {Persons.EntryOf(found.State)?.Name} is in order, whatever the association’s records say. They take part like everybody else."], Paths.Membership(id), [], "Confirm the membership", Paths.Person(id), FormState.Empty)
            : null;
}
