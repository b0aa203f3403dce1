using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Rounds;

/// <summary>Writes to everybody in a round: when it has run, and again on the fixed date.</summary>
/// <remarks>What a mentor gets depends on nothing but being one and having no mentee: never on offers or on who declined.</remarks>
public sealed class RoundMailing(SchemeShell shell, ILedger ledger, LedgerReader reader, MatchingArchive archive, ILogger<RoundMailing> logger)
{
    /// <summary>As many as one transaction holds: a mail is two rows, its outbox row and its link.</summary>
    private const int MailsATransaction = 40;

    /// <summary>Each piece reads the whole list again, so pieces are large; and a minute's work at most, because one that was broken off is run again.</summary>
    private const int MailsAPiece = 50 * MailsATransaction;

    /// <summary>Where the mail lies that tells a mentee why they were not matched.</summary>
    public static RowKey UnmatchedMail(string round, string mentee) => new(round, OutboxMail.Kind, KeyOf(MailTemplates.RoundUnmatched, round, mentee, Party.Mentee));

    [Function(nameof(TellEverybody))]
    public async Task<int?> TellEverybody([ActivityTrigger] Piece piece, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Rounds, piece.Round, piece.Round, cancellation) is not Round.Matched matched)
            return null;

        var run = await archive.ReadAsync(piece.Round, matched.Matching, cancellation);
        var reasons = await archive.ReasonsAsync(piece.Round, matched.Matching, cancellation);
        List<Func<MailDraft?>> mails =
        [
            .. await MentorsAsync(piece.Round, state => state is MentorPlaces.Available { Places.HasRoom: true } or MentorPlaces.Resting { Places.HasRoom: true }, MailTemplates.RoundRun, cancellation),
            .. run.Result.Unmatched.Select(mentee => new Func<MailDraft?>(() =>
                Draft(MailTemplates.RoundUnmatched, piece.Round, mentee, Party.Mentee, string.Join('\n', reasons.For(mentee).ToApplicant)))),
        ];
        return await SendAsync(piece, mails, null, client, cancellation);
    }

    [Function(nameof(UpdateWaiting))]
    public async Task<int?> UpdateWaiting([ActivityTrigger] Piece piece, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Rounds, piece.Round, piece.Round, cancellation) is not Round.Announced { WaitingUpdateSent: false })
            return null;

        var mails = await MentorsAsync(piece.Round, state => state is MentorPlaces.Available { Places.Taken.Count: 0 }, MailTemplates.RematchWaiting, cancellation);
        await foreach (var row in ledger.ListAsync(piece.Round, Stages.Mentees.Kind, cancellation))
            mails.Add(() => Stages.Mentees.Of(row) is MenteeStanding.Waiting ? Draft(MailTemplates.RematchWaiting, piece.Round, row.Key.Id, Party.Mentee) : null);
        return await SendAsync(piece, mails, new Round.Command.UpdateWaiting(), client, cancellation);
    }

    /// <summary>One entry a row, read when it is its turn, also for those who get nothing, so that a piece begins at the same person whenever it is run.</summary>
    private async Task<List<Func<MailDraft?>>> MentorsAsync(string round, Func<MentorPlaces, bool> written, string template, CancellationToken cancellation)
    {
        var mails = new List<Func<MailDraft?>>();
        await foreach (var row in ledger.ListAsync(round, Stages.Mentors.Kind, cancellation))
            mails.Add(() => written(Stages.Mentors.Of(row)) ? Draft(template, round, row.Key.Id, Party.Mentor) : null);
        return mails;
    }

    private async Task<int?> SendAsync(Piece piece, List<Func<MailDraft?>> mails, Round.Command? last, DurableTaskClient client, CancellationToken cancellation)
    {
        var to = Math.Min(piece.From + MailsAPiece, mails.Count);
        var waker = new DurableWaker(client, logger);
        foreach (var some in mails.Take(Math.Min(piece.From, to)..to).Chunk(MailsATransaction))
            await SendAsync(piece.Round, some, waker, cancellation);
        if (to == mails.Count && last is not null)
            await shell.CarryOutAsync(piece.Round, new Request.ToRound(piece.Round, last), Actor.Clock, waker, cancellation);
        return to < mails.Count ? to : null;
    }

    private async Task SendAsync(string round, Func<MailDraft?>[] mails, DurableWaker waker, CancellationToken cancellation)
    {
        var drafts = mails.Select(mail => mail()).OfType<MailDraft>().ToList();
        await shell.CarryOutAsync(round, Actor.Clock, waker, async work =>
        {
            foreach (var draft in drafts)
                await work.AskAsync(new Request.Send(draft), cancellation);
            return null;
        }, cancellation);
    }

    private static MailDraft Draft(string template, string round, string to, Party party, string? note = null) =>
        new(template, KeyOf(template, round, to, party), to, round, LinkPurpose.Registration, party, note);

    private static string KeyOf(string template, string round, string to, Party party) => $"{template}.{round}.{to}.{party.Code()}";
}
