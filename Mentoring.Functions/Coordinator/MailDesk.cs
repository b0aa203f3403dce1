using System.Globalization;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Shows mails that did not reach their reader, and has one written once more.</summary>
public sealed class MailDesk(ILedger ledger, SchemeShell shell, ApiForm forms, TimeProvider time)
{
    private const string Again = ".again";

    private static readonly Rejection NotFailed = new("mail-not-failed", "This email neither failed nor bounced, so it is not sent again.");

    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var mails = new List<View>();
        await foreach (var row in ledger.ListAsync(null, OutboxMail.Kind, cancellation))
        {
            if (View.Of(row) is { } view)
                mails.Add(view);
        }

        return Answers.Json(new Listing([.. mails.OrderBy(mail => mail.At).ThenBy(mail => mail.MailId, StringComparer.Ordinal)]));
    }

    /// <summary>A mail of its own, with a link of its own: the service would not take the old one a second time.</summary>
    public async Task<IResult> SendAgainAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation)
    {
        return await forms.ReadButtonAsync(request, cancellation) is { } refused ? refused : await SendAgainAsync(id, waker, cancellation);
    }

    /// <inheritdoc cref="SendAgainAsync(HttpRequest, string, IWaker, CancellationToken)"/>
    public async Task<IResult> SendAgainAsync(string id, IWaker waker, CancellationToken cancellation)
    {
        if (!LedgerGuard.IsPart(id) || await ledger.FindAsync(OutboxMail.Kind, id, cancellation) is not { } found)
            return new ProblemResult(new Problem(StatusCodes.Status404NotFound, "mail-unknown", "There is no such email."));

        var (round, again) = (found.Key.Partition, NextOf(id));
        var outcome = await shell.CarryOutAsync(round, Actor.Coordinator, waker, async work =>
        {
            if (await ledger.ReadAsync(found.Key, cancellation) is not { } row)
                return NotFailed;
            var mail = row.As<OutboxMail>();
            if (mail is OutboxMail.SentAgain)
                return null;
            if (mail is not (OutboxMail.Failed or OutboxMail.Bounced))
                return NotFailed;
            work.Write(new RowWrite.Replace(row.Key, LedgerJson.Write<OutboxMail>(new OutboxMail.SentAgain(mail.Draft, again, time.GetUtcNow())), row.Version));
            work.Enter("mail.sent-again", $"mail:{id}");
            return await work.AskAsync(new Request.Send(mail.Draft with { Key = again }), cancellation);
        }, cancellation);
        return outcome is Outcome.Refused refusal ? new ProblemResult(Answers.ProblemOf(refusal.Reason)) : Answers.Json(new Sent(round, again, "pending"));
    }

    /// <summary>A mail may have to be sent again more than once, and ids have an end: <c>x.again</c>, then <c>x.again-2</c>.</summary>
    private static string NextOf(string id)
    {
        if (id.LastIndexOf(Again, StringComparison.Ordinal) is not (var at and >= 0))
            return id + Again;
        var last = id.AsSpan(at + Again.Length).TrimStart('-');
        return string.Create(CultureInfo.InvariantCulture, $"{id[..at]}{Again}-{(int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 1) + 1}");
    }

    private sealed record Listing(IReadOnlyList<View> Mails);

    /// <param name="Registration">Of whom it was for; null for the coordinator.</param>
    private sealed record View(string RoundId, string MailId, string Template, string? Registration, string State, string Why, DateTimeOffset At)
    {
        /// <summary>Null for a mail with which nothing is wrong.</summary>
        public static View? Of(LedgerRow row) => row.As<OutboxMail>() switch
        {
            OutboxMail.Failed mail => new View(row.Key.Partition, row.Key.Id, mail.Draft.Template, mail.Draft.To, "failed", mail.Why, mail.At),
            OutboxMail.Bounced mail => new View(row.Key.Partition, row.Key.Id, mail.Draft.Template, mail.Draft.To, "bounced", mail.Why, mail.At),
            _ => null,
        };
    }

    private sealed record Sent(string RoundId, string MailId, string State);
}
