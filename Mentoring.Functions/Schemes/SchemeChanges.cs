using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Schemes;

namespace Mentoring.Functions.Schemes;

/// <summary>What was changed in the scheme because of its evaluation.</summary>
public sealed class SchemeChanges(ILedger ledger, IIdentifiers identifiers, Scheme scheme, TimeProvider time)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ChangeEntry>> AllAsync(CancellationToken cancellation) =>
        (await ledger.ListAsync(SchemeChange.Partition, SchemeChange.Kind, cancellation).ToListAsync(cancellation))
            .Select(row => (row.Key.Id, Change: row.As<SchemeChange>()))
            .OrderByDescending(one => one.Change.At).ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new ChangeEntry(one.Id, LocalInstant.At(one.Change.At, scheme.TimeZone), one.Change.What, one.Change.Because)).ToList();

    /// <summary>Whoever presses twice has said it once.</summary>
    public async Task AddAsync(string what, string because, CancellationToken cancellation)
    {
        if ((await AllAsync(cancellation)).Any(change => change.What == what && change.Because == because))
            return;
        var now = time.GetUtcNow();
        var id = identifiers.NewId(now);
        await CommitAsync(new RowWrite.Insert(SchemeChange.Key(id), LedgerJson.Write(new SchemeChange(what, because, now))), now, cancellation);
    }

    /// <summary>Null where there is no such change, or not any more.</summary>
    public async Task<SchemeChange?> FindAsync(string id, CancellationToken cancellation) =>
        LedgerGuard.IsPart(id) && await ledger.ReadAsync(SchemeChange.Key(id), cancellation) is { } row ? row.As<SchemeChange>() : null;

    /// <summary>Whoever was quicker has done the same.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(SchemeChange.Key(id), cancellation) is { } row)
            await CommitAsync(new RowWrite.Delete(row.Key, row.Version), time.GetUtcNow(), cancellation);
    }

    private ValueTask<CommitOutcome> CommitAsync(RowWrite write, DateTimeOffset now, CancellationToken cancellation) =>
        ledger.CommitAsync(new LedgerChange(SchemeChange.Partition, identifiers.NewId(now), [write], []), cancellation);
}
