using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Mail;

/// <summary>Looks through all mails of the round: right for every ledger, and as quick as that one lists its rows.</summary>
public sealed class LedgerMailLog(ILedger ledger) : IMailLog
{
    public async ValueTask<int> CountAsync(string round, string? state, CancellationToken cancellation) => await Mails(round, state, cancellation).CountAsync(cancellation);

    public async ValueTask<IReadOnlyList<OutboxMail>> LatestAsync(string round, string? state, int skip, int take, CancellationToken cancellation) =>
        await Mails(round, state, cancellation).OrderByDescending(mail => mail.MovedAt).ThenBy(mail => mail.Draft.Key, StringComparer.Ordinal).Skip(skip).Take(take).ToListAsync(cancellation);

    private IAsyncEnumerable<OutboxMail> Mails(string round, string? state, CancellationToken cancellation) =>
        ledger.ListAsync(round, OutboxMail.Kind, cancellation).Select(row => row.As<OutboxMail>()).Where(mail => state is null || mail.State == state);
}
