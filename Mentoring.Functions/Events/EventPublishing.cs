using System.Globalization;
using System.Text.Json;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Events;

/// <summary>Publishes each round's journal from where it left off. Cut off between publishing and remembering, it publishes the same again, under the same ids.</summary>
public sealed class EventPublishing(ILedger ledger, IEventTopic topic, Site site)
{
    private const int AtOnce = 100;

    public async Task PublishAsync(CancellationToken cancellation)
    {
        if (!topic.IsOn)
            return;
        foreach (var round in await ledger.PartitionsAsync(cancellation))
        {
            while (await PublishSomeAsync(round, cancellation))
                cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> PublishSomeAsync(string round, CancellationToken cancellation)
    {
        var key = new RowKey(round, EventCursor.Kind, round);
        var row = await ledger.ReadAsync(key, cancellation);
        var published = row is null ? 0 : JsonSerializer.Deserialize<EventCursor>(row.Json, LedgerJson.Options)!.Published;
        var entries = await ledger.JournalAsync(round, published, cancellation).Take(AtOnce).ToListAsync(cancellation);
        if (entries.Count == 0)
            return false;

        await topic.PublishAsync([.. entries.Select(entry => CloudEvent.Of(entry, site))], cancellation);
        var json = JsonSerializer.Serialize(new EventCursor(entries[^1].Number), LedgerJson.Options);
        RowWrite write = row is null ? new RowWrite.Insert(key, json) : new RowWrite.Replace(key, json, row.Version);
        var operation = string.Create(CultureInfo.InvariantCulture, $"published.{entries[^1].Number}");

        // Another instance at the same work: what it published is published.
        return await ledger.CommitAsync(new LedgerChange(round, operation, [write], []), cancellation) is CommitOutcome.Committed && entries.Count == AtOnce;
    }
}
