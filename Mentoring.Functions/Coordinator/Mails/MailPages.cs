using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Actions;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Mails;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Mails;

/// <summary>What became of mails, and the messages that were given up.</summary>
public sealed class MailPages(DeskDoor door, ActionDesk actions, DeadLetterDesk letters, RoundBooks books, ILedger ledger, Answers answers, Scheme scheme)
{
    private const int MailsAPage = 60;

    private static readonly string[] States = ["pending", "sending", "accepted", "delivered", "bounced", "failed", "sent again", "dropped"];

    public Task<IResult> LogAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        var rounds = await books.IdsAsync(cancellation);
        var round = rounds.Contains(request.Query["round"].ToString()) ? request.Query["round"].ToString() : rounds.Count > 0 ? rounds[0] : "";
        var chosen = request.Query["state"].ToString() is var said && States.Contains(said) ? said : "";
        var book = round.Length == 0 ? null : await books.OpenAsync(round, cancellation);
        var mails = book is null ? [] : await ledger.ListAsync(round, OutboxMail.Kind, cancellation).Select(row => row.As<OutboxMail>())
            .Where(mail => chosen.Length == 0 || MailStates.Of(mail) == chosen).OrderByDescending(MailStates.At).ThenBy(mail => mail.Draft.Key, StringComparer.Ordinal).ToListAsync(cancellation);
        var list = PageOfList.At($"{Paths.MailLog}{QueryString.Create(new Dictionary<string, string?> { ["round"] = round, ["state"] = chosen })}", request.Query["page"], mails.Count, MailsAPage);
        return answers.Page(new MailLogModel(scheme, visitor.Visit, rounds, round, States, chosen, [.. list.Of(mails).Select(mail => Row(book!, mail))], list));
    }, cancellation);

    public Task<IResult> LettersAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, async visitor => answers.Page(new DeadLettersModel(
        scheme, visitor.Visit, [.. (await letters.AllAsync(cancellation)).Select(letter => new DeadLetterRow(letter.Queue, letter.Number, letter.Deliveries, letter.Reason, PathOf(letter.Queue, letter.Number)))])), cancellation);

    public Task<IResult> AskToSendAsync(HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        actions.ShowAsync(request, () => FindAsync(queue, number, cancellation), cancellation);

    public Task<IResult> SendAsync(HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        actions.ActAsync(request, () => FindAsync(queue, number, cancellation), null, _ => letters.SendAgainAsync(queue, number, cancellation), cancellation);

    private async Task<DeskAction?> FindAsync(string queue, string number, CancellationToken cancellation) =>
        (await letters.AllAsync(cancellation)).FirstOrDefault(letter => letter.Queue == queue && FormattableString.Invariant($"{letter.Number}") == number) is { } found
            ? new DeskAction("send-again", $"message:{queue}.{number}", null, "Put a message back", [$"Message {number} of the queue {queue} was given up: {found.Reason}", "It is worked on once more. What was done already is not done again."], PathOf(queue, found.Number), [], "Put it back", Paths.DeadLetters, FormState.Empty)
            : null;

    private static string PathOf(string queue, long number) => FormattableString.Invariant($"{Paths.DeadLetters}/{queue}/{number}/send");

    private MailLogRow Row(RoundBook book, OutboxMail mail) => new(
        mail.Draft.Template, mail.Draft.To is { } to ? new DeskLink(book.NameOf(to), Paths.Person(to)) : null, MailStates.Of(mail), LocalInstant.At(MailStates.At(mail), scheme.TimeZone),
        mail switch { OutboxMail.Failed failed => failed.Why, OutboxMail.Bounced bounced => bounced.Why, _ => null },
        mail is OutboxMail.Failed or OutboxMail.Bounced ? Paths.Mail(mail.Draft.Key) : null);
}
