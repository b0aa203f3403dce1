using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Signs coordinators in by a link that works once, and out again. Everything is a row of the ledger, so all instances know it.</summary>
public sealed class SignIns(ILedger ledger, LedgerReader reader, IQueue queue, CoordinatorAddresses coordinators, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>How long a link may be used.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(8);

    /// <summary>Links that may be under way to one person, so that nobody can fill a mailbox.</summary>
    private const int MostLinks = 3;

    private const int Tries = 5;

    /// <summary>Longer than it takes until an unsent mail is worth sending again.</summary>
    private static readonly TimeSpan MailPatience = TimeSpan.FromMinutes(2);

    /// <summary>Mails a link to a coordinator. For anybody else nothing happens, and the answer is the same.</summary>
    public async Task AskAsync(string typed, CancellationToken cancellation)
    {
        if (coordinators.Find(typed) is not { } who || await UnderWayAsync(who, cancellation) >= MostLinks)
            return;
        var now = time.GetUtcNow();
        var key = $"{MailTemplates.CoordinatorSignIn}.{identifiers.NewId(now)}";
        var token = identifiers.NewToken(LinkPurpose.SignIn, key);
        var draft = new MailDraft(MailTemplates.CoordinatorSignIn, key, To: null, who, Link: null);
        var change = new LedgerChange(
            DeskRows.Partition,
            identifiers.NewId(now),
            [
                new RowWrite.Insert(DeskRows.LinkKey(token), LedgerJson.Write(new SignInLink(who, now + LinkLife))),
                new RowWrite.Insert(new RowKey(DeskRows.Partition, OutboxMail.Kind, key), LedgerJson.Write<OutboxMail>(new OutboxMail.Pending(draft, token, now)), now + MailPatience),
            ],
            [Entry(now, "desk.link-mailed", who)])
        { Messages = [new QueueMessage(QueueNames.Emails, key, OutboxAddress.Write(DeskRows.Partition, key))] };
        if (await ledger.CommitAsync(change, cancellation) is CommitOutcome.Committed { MessagesSent: false })
            await queue.SendAsync(change.Messages[0].Queue, change.Messages[0].Id, change.Messages[0].Body, cancellation);
    }

    /// <summary>Whether a link could still be used. Changes nothing: whatever opens links in mails uses none up.</summary>
    public async Task<bool> IsGoodAsync(string token, CancellationToken cancellation) =>
        LinkTokens.LooksRight(token) && await reader.RowAsync<SignInLink>(DeskRows.LinkKey(token), cancellation) is { } link
        && !link.Used && link.Expires > time.GetUtcNow() && coordinators.AddressOf(link.Who) is not null;

    /// <summary>Whether there was such a link, used or too old by now.</summary>
    public async Task<bool> WasAsync(string token, CancellationToken cancellation) =>
        LinkTokens.LooksRight(token) && await reader.RowAsync<SignInLink>(DeskRows.LinkKey(token), cancellation) is not null;

    /// <summary>Uses the link up.</summary>
    /// <returns>The session's token; null where the link was used before, is too old or never was.</returns>
    public async Task<string?> EnterAsync(string token, CancellationToken cancellation)
    {
        // Two who sign in at one moment clear away the same old sessions: the later of them tries again.
        for (var attempt = 0; attempt < Tries && await IsGoodAsync(token, cancellation) && await ledger.ReadAsync(DeskRows.LinkKey(token), cancellation) is { } row; attempt++)
        {
            if (await EnterAsync(row, cancellation) is { } session)
                return session;
        }

        return null;
    }

    /// <returns>Null after a lost race.</returns>
    private async Task<string?> EnterAsync(LedgerRow row, CancellationToken cancellation)
    {
        var (now, link) = (time.GetUtcNow(), row.As<SignInLink>());
        var operation = identifiers.NewId(now);
        var session = identifiers.NewToken(LinkPurpose.SignIn, "session." + operation);
        var change = new LedgerChange(
            DeskRows.Partition,
            operation,
            [
                new RowWrite.Replace(row.Key, LedgerJson.Write(link with { Used = true }), row.Version),
                new RowWrite.Insert(DeskRows.SessionKey(session), LedgerJson.Write(new DeskSession(link.Who, now + SessionLife))),
                .. await ExpiredAsync<DeskSession>(DeskSession.Kind, old => old.Expires, cancellation),
            ],
            [Entry(now, "desk.signed-in", link.Who)]);
        return await ledger.CommitAsync(change, cancellation) is CommitOutcome.Committed ? session : null;
    }

    /// <summary>Who is signed in by a session's token; null where nobody is.</summary>
    public async ValueTask<string?> WhoAsync(string? token, CancellationToken cancellation) =>
        LinkTokens.LooksRight(token) && await reader.RowAsync<DeskSession>(DeskRows.SessionKey(token!), cancellation) is { } session
        && session.Expires > time.GetUtcNow() && coordinators.AddressOf(session.Who) is not null
            ? session.Who
            : null;

    public async Task LeaveAsync(string token, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(DeskRows.SessionKey(token), cancellation) is not { } row)
            return;
        var now = time.GetUtcNow();
        await ledger.CommitAsync(
            new LedgerChange(DeskRows.Partition, identifiers.NewId(now), [new RowWrite.Delete(row.Key, row.Version)], [Entry(now, "desk.signed-out", row.As<DeskSession>().Who)]), cancellation);
    }

    private async Task<int> UnderWayAsync(string who, CancellationToken cancellation)
    {
        var old = await ExpiredAsync<SignInLink>(SignInLink.Kind, link => link.Expires, cancellation);
        if (old.Count > 0)
            await ledger.CommitAsync(new LedgerChange(DeskRows.Partition, identifiers.NewId(time.GetUtcNow()), old, []), cancellation);
        return await ledger.ListAsync(DeskRows.Partition, SignInLink.Kind, cancellation).CountAsync(row => row.As<SignInLink>() is var link && link.Who == who && !link.Used && link.Expires > time.GetUtcNow(), cancellation);
    }

    /// <summary>What nobody can use any more goes, a few at a time.</summary>
    private async Task<List<RowWrite>> ExpiredAsync<T>(string kind, Func<T, DateTimeOffset> expires, CancellationToken cancellation)
        where T : class =>
        await ledger.ListAsync(DeskRows.Partition, kind, cancellation).Where(row => expires(row.As<T>()) <= time.GetUtcNow()).Take(40)
            .Select(row => (RowWrite)new RowWrite.Delete(row.Key, row.Version)).ToListAsync(cancellation);

    private static JournalDraft Entry(DateTimeOffset now, string happened, string who) => new(now, happened, "coordinator:" + who, Actor.Coordinator.Code(), []);
}
