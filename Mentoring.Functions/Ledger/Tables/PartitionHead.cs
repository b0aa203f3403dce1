using Azure;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>The row that every commit in a partition rewrites, and so the one thing on which all of them meet: between two commits nothing in the partition changes.</summary>
/// <param name="Commits">How many there were.</param>
/// <param name="Number">Of the last journal entry.</param>
/// <param name="Hash">Of the last journal entry.</param>
/// <param name="Stage">The change that is decided and not yet written out; null in quiet times.</param>
/// <param name="Left">How many of its actions there are to be carried out.</param>
/// <param name="ETag">Null where there was no commit yet.</param>
internal sealed record PartitionHead(string Partition, long Commits, long Number, string Hash, string? Stage, int Left, ETag? ETag)
{
    public static PartitionHead None(string partition) => new(partition, 0, 0, JournalChain.Root(partition), null, 0, null);

    public static PartitionHead Read(string partition, TableEntity entity) => new(
        partition, entity.GetInt64(nameof(Commits)) ?? 0, entity.GetInt64(nameof(Number)) ?? 0, entity.GetString(nameof(Hash)), entity.GetString(nameof(Stage)),
        entity.GetInt32(nameof(Left)) ?? 0, entity.ETag);

    /// <summary>Writes this head over the one it came from; fails where that is no longer the last.</summary>
    public TableTransactionAction Over(ETag? seen)
    {
        var entity = new TableEntity(TableKeys.Partition(Partition), TableKeys.Head)
        {
            [nameof(Commits)] = Commits,
            [nameof(Number)] = Number,
            [nameof(Hash)] = Hash,
        };
        if (Stage is not null)
            (entity[nameof(Stage)], entity[nameof(Left)]) = (Stage, Left);
        return seen is { } etag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag)
            : new TableTransactionAction(TableTransactionActionType.Add, entity);
    }
}
