using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Actions;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Mail;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Mails;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Mails;

/// <summary>What became of mails, and the messages that were given up.</summary>
public sealed class MailPages(DeskDoor door, ActionDesk actions, DeadLetterDesk letters, RoundBooks books, IMailLog log, Answers answers, Scheme scheme)
{
    private const int MailsAPage = 60;

    private const int LettersAPage = 50;

    private static readonly IReadOnlyList<string> States = [.. OutboxMail.States.Select(Words)];

    public Task<IResult> LogAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        var rounds = await books.IdsAsync(cancellation);
        var round = rounds.Contains(request.Query["round"].ToString()) ? request.Query["round"].ToString() : rounds.Count > 0 ? rounds[0] : "";
        var state = OutboxMail.States.FirstOrDefault(known => Words(known) == request.Query["state"].ToString());
        var chosen = state is null ? "" : Words(state);
        var path = $"{Paths.MailLog}{QueryString.Create(new Dictionary<string, string?> { ["round"] = round, ["state"] = chosen })}";
        var book = round.Length == 0 ? null : await books.OpenAsync(round, cancellation);
        var list = PageOfList.At(path, request.Query["page"], book is null ? 0 : await log.CountAsync(round, state, cancellation), MailsAPage);
        var mails = book is null ? [] : await log.LatestAsync(round, state, list.Before, list.Size, cancellation);
        return answers.Page(new MailLogModel(scheme, visitor.Visit, rounds, round, States, chosen, [.. mails.Select(mail => Row(book!, mail))], list));
    }, cancellation);

    public Task<IResult> LettersAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        var all = await letters.AllAsync(cancellation);
        var list = PageOfList.At(Paths.DeadLetters, request.Query["page"], all.Count, LettersAPage);
        return answers.Page(new DeadLettersModel(
            scheme, visitor.Visit, [.. list.Of(all).Select(letter => new DeadLetterRow(letter.Queue, letter.Number, letter.Deliveries, letter.Reason, PathOf(letter.Queue, letter.Number)))], list));
    }, cancellation);

    public Task<IResult> AskToSendAsync(HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        actions.ShowAsync(request, () => FindAsync(queue, number, cancellation), cancellation);

    public Task<IResult> SendAsync(HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        actions.ActAsync(request, () => FindAsync(queue, number, cancellation), null, _ => letters.SendAgainAsync(queue, number, cancellation), cancellation);

    private async Task<DeskAction?> FindAsync(string queue, string number, CancellationToken cancellation) =>
        (await letters.AllAsync(cancellation)).FirstOrDefault(letter => letter.Queue == queue && FormattableString.Invariant($"{letter.Number}") == number) is { } found
            ? new DeskAction("send-again", $"message:{queue}.{number}", null, "Put a message back", [$"Message {number} of the queue {queue} was given up: {found.Reason}", "It is worked on once more. What was done already is not done again."], PathOf(queue, found.Number), [], "Put it back", Paths.DeadLetters, FormState.Empty)
            : null;

    private static string PathOf(string queue, long number) => FormattableString.Invariant($"{Paths.DeadLetters}/{queue}/{number}/send");

    private static string Words(string state) => state.Replace('-', ' ');

    private MailLogRow Row(RoundBook book, OutboxMail mail) => new(
        MailNames.Of(mail.Draft.Template), mail.Draft.To is { } to ? new DeskLink(book.NameOf(to), Paths.Person(to)) : null, Words(mail.State), LocalInstant.At(mail.MovedAt, scheme.TimeZone),
        mail switch { OutboxMail.Failed failed => failed.Why, OutboxMail.Bounced bounced => bounced.Why, _ => null },
        mail is OutboxMail.Failed or OutboxMail.Bounced ? Paths.Mail(mail.Draft.Key) : null);
}
