using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Local.Ledger;

/// <summary>The mails of a <see cref="SqliteLedger"/>: it alone writes its rows, so it knows which moved last.</summary>
internal sealed class SqliteMailLog(SqliteLedger ledger) : IMailLog
{
    public ValueTask<int> CountAsync(string round, string? state, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(ledger.MailsOf(round).Count(state));
    }

    public async ValueTask<IReadOnlyList<OutboxMail>> LatestAsync(string round, string? state, int skip, int take, CancellationToken cancellation)
    {
        var mails = new List<OutboxMail>();
        foreach (var id in ledger.MailsOf(round).Latest(state, skip, take))
        {
            // One that went meanwhile is missing from the page, as it is from the round.
            if (await ledger.ReadAsync(new RowKey(round, OutboxMail.Kind, id), cancellation) is { } row)
                mails.Add(row.As<OutboxMail>());
        }

        return mails;
    }
}
