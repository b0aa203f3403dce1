using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Journeys;

/// <summary>Does something just before a change is committed.</summary>
/// <param name="happening">The event by which that change is known.</param>
internal sealed class MomentBefore(string happening, ILedger inner) : LedgerAround(inner)
{
    public Func<Task>? Then { get; set; }

    public bool Came { get; private set; }

    public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
    {
        if (!Came && Then is not null && change.Journal.Any(entry => entry.Event == happening))
        {
            Came = true;
            await Then();
        }

        return await base.CommitAsync(change, cancellation);
    }
}
