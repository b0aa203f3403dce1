using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Mail;

/// <summary>Says that a mail has failed or bounced, so that nobody looks through all mails for the few. It may get through later: the outbox row itself says how it stands.</summary>
public sealed record TroubledMail(string Outbox)
{
    public const string Kind = "mail-trouble";

    internal static async ValueTask NoteAsync(Transaction work, ILedger ledger, string outbox, CancellationToken cancellation)
    {
        var key = work.Key(Kind, outbox);
        if (await ledger.ReadAsync(key, cancellation) is null)
            work.Write(new RowWrite.Insert(key, LedgerJson.Write(new TroubledMail(outbox))));
    }
}
