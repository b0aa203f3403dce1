using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Journeys;

/// <summary>A ledger whose store does not hold the queues, as in Azure: what a change wants sent is left to the caller.</summary>
internal sealed class LedgerApart(ILedger inner) : LedgerAround(inner)
{
    public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation) =>
        await base.CommitAsync(change with { Messages = [] }, cancellation) switch
        {
            CommitOutcome.Committed => new CommitOutcome.Committed(),
            var lost => lost,
        };
}
