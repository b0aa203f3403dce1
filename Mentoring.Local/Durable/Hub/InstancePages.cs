using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Local.Durable;

/// <summary>A query's pages, in the order of ids; a page's token is its last id. As with a Functions host, a query does not say why an instance failed.</summary>
internal sealed class InstancePages(TaskHub hub, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default)
    {
        var filter = InstanceFilter.Of(query.CreatedFrom, query.CreatedTo, query.Statuses, query.InstanceIdPrefix);
        var size = Math.Max(1, pageSizeHint ?? query.PageSize);
        var after = continuationToken ?? query.ContinuationToken ?? string.Empty;
        while (true)
        {
            var found = hub.Read(state => state.Store.Instances.Page(after, filter, size)
                .ConvertAll(instance => instance.ToMetadata(state.Options, query.FetchInputsAndOutputs, withFailure: false)));
            var isLast = found.Count < size;
            if (!isLast) after = found[^1].InstanceId;
            yield return await Task.FromResult(new Page<OrchestrationMetadata>(found, isLast ? null : after));
            if (isLast) yield break;
        }
    }
}
