using System.Text.Json;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Mail.Pacing;

/// <summary>Gives each mail the moment at which it may go. The buckets are a row in the ledger, so all instances together keep to the quota, also across restarts.</summary>
public sealed class MailPace(ILedger ledger, MailQuota quota, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>Beside the rounds; no round is called so.</summary>
    public static readonly RowKey Key = new("-mail", "mail-pace", "pace");

    /// <summary>Longer than it takes the instances that there are to take turns.</summary>
    private const int Races = 100;

    /// <summary>What the service gets where it does not say how long it wants to be left alone.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<MailBucket> _buckets = [.. quota.Buckets()];

    public bool IsLimited => quota.IsLimited;

    /// <summary>Takes a token of each bucket, ahead of time where there is none now. The answer is at or after the present.</summary>
    /// <exception cref="TimeoutException">Every try lost its race.</exception>
    public ValueTask<DateTimeOffset> ReserveAsync(CancellationToken cancellation) => ReserveAsync(DateTimeOffset.MinValue, cancellation);

    /// <summary>The service asked to be left alone: nobody goes before that, and this mail first of all then.</summary>
    public ValueTask<DateTimeOffset> ReserveAfterAsync(TimeSpan? pause, CancellationToken cancellation) => ReserveAsync(time.GetUtcNow() + (pause ?? Breath), cancellation);

    private async ValueTask<DateTimeOffset> ReserveAsync(DateTimeOffset notBefore, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            var now = time.GetUtcNow();
            var row = await ledger.ReadAsync(Key, cancellation);
            var pace = row is null ? new Pace(now, new Dictionary<string, DateTimeOffset>()) : JsonSerializer.Deserialize<Pace>(row.Json, LedgerJson.Options)!;
            var closed = pace.ClosedUntil > notBefore ? pace.ClosedUntil : notBefore;
            var at = _buckets.Select(bucket => bucket.Earliest(pace.FullAt(bucket))).Append(closed).Append(now).Max();
            var next = new Pace(closed > now ? closed : now, _buckets.ToDictionary(bucket => bucket.Name, bucket => bucket.After(pace.FullAt(bucket), at)));
            var json = JsonSerializer.Serialize(next, LedgerJson.Options);
            RowWrite write = row is null ? new RowWrite.Insert(Key, json) : new RowWrite.Replace(Key, json, row.Version);
            if (await ledger.CommitAsync(new LedgerChange(Key.Partition, identifiers.NewId(now), [write], []), cancellation) is CommitOutcome.Committed)
                return at;
        }

        throw new TimeoutException($"A mail lost {Races} races for its turn.");
    }

    /// <param name="ClosedUntil">The service takes nothing before.</param>
    /// <param name="Full">By bucket, when it will be full.</param>
    private sealed record Pace(DateTimeOffset ClosedUntil, IReadOnlyDictionary<string, DateTimeOffset> Full)
    {
        public DateTimeOffset FullAt(MailBucket bucket) => Full.TryGetValue(bucket.Name, out var full) ? full : DateTimeOffset.MinValue;
    }
}
