using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;

namespace Mentoring.Tests.Journeys;

/// <summary>Calls before and after each commit.</summary>
internal sealed class WatchedLedger(ILedger inner, Action step) : LedgerAround(inner)
{
    public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
    {
        step();
        var outcome = await base.CommitAsync(change, cancellation);
        step();
        return outcome;
    }
}

/// <summary>Calls before and after each mail is handed over.</summary>
internal sealed class WatchedMailer(IMailer inner, Action step) : IMailer
{
    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        step();
        await inner.SendAsync(mail, cancellation);
        step();
    }

    public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);
}
