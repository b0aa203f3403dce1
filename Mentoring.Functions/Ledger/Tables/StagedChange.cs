using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>Commits a change for which one transaction has no room, and still whole or not at all.</summary>
/// <remarks>
/// The splitting rule: the actions are first laid down as rows of their own, which nobody reads. One transaction then adds the operation's
/// row and a head that names them: from that moment the change is decided. Only then are they carried out, in transactions that each move
/// the head on, so that two processes cannot carry out the same ones. Whoever meets such a head finishes the work before anything else:
/// commits, lists, journals and the sweeper. A read of a single row may meet it half done, before its commit is answered; a decision that
/// rests on such a row expects it, and is made again. A try that is cut off before its decision leaves rows that no head names.
/// </remarks>
internal sealed class StagedChange(TableCalls calls)
{
    private const string Act = "StagedAction";
    private const string Target = "StagedTarget";
    private const string Seen = "StagedETag";

    /// <summary>Of the service's 100; one goes to the head.</summary>
    private const int AtOnce = 99;

    /// <summary>The partition's head, with nothing left to be carried out.</summary>
    public async Task<PartitionHead> HeadAsync(string partition, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            var entity = await calls.ReadAsync(TableKeys.Partition(partition), TableKeys.Head, cancellation);
            var head = entity is null ? PartitionHead.None(partition) : PartitionHead.Read(partition, entity);
            if (head.Stage is null)
                return head;
            try
            {
                await CarryOutAsync(head, cancellation);
            }
            catch (Exception failure) when (race < calls.Patience.Tries && (failure is RequestFailedException { Status: 404 or 409 or 412 } || TableCalls.IsPassing(failure, cancellation)))
            {
                // Somebody else is at it, or the service is busy: look again.
                await calls.Patience.PauseAsync(race, cancellation);
            }
        }
    }

    /// <summary>The rows must have been looked at on the head that the plan has seen.</summary>
    public async Task<PartitionHead?> WriteAsync(PlannedChange plan, CancellationToken cancellation)
    {
        // Each try has a name of its own: what an earlier one sent and gave up may still arrive.
        var stage = TableKeys.Stage(RandomNumberGenerator.GetHexString(32, lowercase: true));
        foreach (var chunk in Chunks(plan.Actions.Select((each, number) => Stage(each.Action, TableKeys.Staged(stage, number))), AtOnce))
            await calls.SubmitAsync(chunk.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellation);

        await calls.SubmitAsync([(plan.Head with { Stage = stage, Left = plan.Actions.Count }).Over(plan.Seen.ETag), plan.Operation()], cancellation);
        return await HeadAsync(plan.Change.Partition, cancellation);
    }

    /// <summary>From the last action to the first, then forgets them. The head says how far it got: it moves with each step, so that no step is done twice.</summary>
    private async Task CarryOutAsync(PartitionHead head, CancellationToken cancellation)
    {
        var staged = new List<TableEntity>();
        await foreach (var entity in calls.RangeAsync(TableKeys.Partition(head.Partition), TableKeys.AllStaged(head.Stage!), null, cancellation))
            staged.Add(entity);
        var next = head;
        foreach (var chunk in Chunks(staged.Take(head.Left).Reverse(), AtOnce))
        {
            if (await MoveAsync(next, next with { Left = next.Left - chunk.Count }, chunk.Select(Unstage), cancellation) is not { } moved)
                return;
            next = moved;
        }

        foreach (var chunk in staged.Chunk(AtOnce))
        {
            if (await MoveAsync(next, next, chunk.Select(entity => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(entity.PartitionKey, entity.RowKey), ETag.All)), cancellation) is not { } moved)
                return;
            next = moved;
        }

        await MoveAsync(next, next with { Stage = null }, [], cancellation);
    }

    /// <returns>Null where the service did not say which version the head has now.</returns>
    private async Task<PartitionHead?> MoveAsync(PartitionHead from, PartitionHead to, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation) =>
        (await calls.SubmitAsync([to.Over(from.ETag), .. actions], cancellation))[0].Headers.ETag is { } etag ? to with { ETag = etag } : null;

    private static TableEntity Stage(TableTransactionAction action, string rowKey)
    {
        var entity = new TableEntity(((TableEntity)action.Entity).Where(property => property.Key is not "odata.etag").ToDictionary(property => property.Key, property => property.Value))
        {
            RowKey = rowKey,
            [Act] = (int)action.ActionType,
            [Target] = action.Entity.RowKey,
        };
        if (action.ETag != default)
            entity[Seen] = action.ETag.ToString();
        return entity;
    }

    private static TableTransactionAction Unstage(TableEntity staged)
    {
        var entity = new TableEntity(staged.Where(property => property.Key is not (Act or Target or Seen or "odata.etag" or "Timestamp")).ToDictionary(property => property.Key, property => property.Value))
        {
            RowKey = staged.GetString(Target),
        };
        return new TableTransactionAction((TableTransactionActionType)(staged.GetInt32(Act) ?? 0), entity, staged.GetString(Seen) is { } etag ? new ETag(etag) : default);
    }

    /// <summary>As many at once as the service takes.</summary>
    private static IEnumerable<IReadOnlyList<TableEntity>> Chunks(IEnumerable<TableEntity> entities, int atMost)
    {
        var (chunk, bytes) = (new List<TableEntity>(), 0);
        foreach (var entity in entities)
        {
            var more = PlannedChange.Bytes(entity);
            if (chunk.Count == atMost || (chunk.Count > 0 && bytes + more > PlannedChange.RoomForBytes))
            {
                yield return chunk;
                (chunk, bytes) = ([], 0);
            }

            chunk.Add(entity);
            bytes += more;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }
}
