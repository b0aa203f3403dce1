using Mentoring.Core.People;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Functions.Coordinator;

/// <summary>Shows orchestrations, and drives one again that gave up.</summary>
public sealed class InstanceDesk(SchemeShell shell, ApiForm forms)
{
    private const int AtMost = 200;

    private static readonly Dictionary<string, OrchestrationRuntimeStatus> States = new(StringComparer.Ordinal)
    {
        ["failed"] = OrchestrationRuntimeStatus.Failed,
        ["running"] = OrchestrationRuntimeStatus.Running,
        ["pending"] = OrchestrationRuntimeStatus.Pending,
        ["suspended"] = OrchestrationRuntimeStatus.Suspended,
        ["terminated"] = OrchestrationRuntimeStatus.Terminated,
        ["completed"] = OrchestrationRuntimeStatus.Completed,
    };

    private static readonly IResult Unknown = new ProblemResult(new Problem(StatusCodes.Status404NotFound, "instance-unknown", "There is no such orchestration."));

    public static async Task<IResult> ListAsync(HttpRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        var named = request.Query["state"].ToString();
        if (!States.TryGetValue(named.Length == 0 ? "failed" : named, out var state))
            return new ProblemResult(Problem.Malformed("state", $"The parameter state must be one of {string.Join(", ", States.Keys)}."));
        var found = await client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [state], FetchInputsAndOutputs: true)).Take(AtMost).ToListAsync(cancellation);
        var views = await Task.WhenAll(found.OrderBy(instance => instance.LastUpdatedAt).ThenBy(instance => instance.InstanceId, StringComparer.Ordinal).Select(async instance =>
            View.Of(instance, await FailureAsync(instance, client, cancellation))));
        return Answers.Json(new Listing(views));
    }

    /// <summary>Starts it from its beginning under its own id: rows are the truth, so it goes on where they stand. Every backend can do that; few can rewind.</summary>
    public async Task<IResult> RestartAsync(HttpRequest request, string id, DurableTaskClient client, IWaker waker, CancellationToken cancellation)
    {
        return await forms.ReadButtonAsync(request, cancellation) is { } refused ? refused : await RestartAsync(id, client, waker, cancellation);
    }

    /// <inheritdoc cref="RestartAsync(HttpRequest, string, DurableTaskClient, IWaker, CancellationToken)"/>
    public async Task<IResult> RestartAsync(string id, DurableTaskClient client, IWaker waker, CancellationToken cancellation)
    {
        if (await FindAsync(id, client, cancellation) is not { } instance || AddressOf(instance) is not { } address)
            return Unknown;
        if (instance.RuntimeStatus is not (OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated))
            return new ProblemResult(new Problem(StatusCodes.Status409Conflict, "instance-not-failed", $"This orchestration is {NameOf(instance)}: only one that failed or was terminated is restarted."));

        // Written down before it is done: pressed again after a crash, it is done and stands there twice.
        await shell.CarryOutAsync(address.Round, Actor.Coordinator, waker, work =>
        {
            work.Enter("orchestration.restarted", $"orchestration:{instance.InstanceId}");
            return default;
        }, cancellation);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(instance.Name, address, new StartOrchestrationOptions(instance.InstanceId), cancellation);
        }
        catch (InvalidOperationException) when (!cancellation.IsCancellationRequested)
        {
            // The sweeper was quicker: it runs.
        }

        return Answers.Json(new Restarted(instance.InstanceId, "pending"));
    }

    /// <summary>With its input. An id that begins with @ is an entity's: the package takes none for an orchestration's, and there are no entities.</summary>
    public static async Task<OrchestrationMetadata?> FindAsync(string id, DurableTaskClient client, CancellationToken cancellation) =>
        id.StartsWith('@') ? null : await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);

    /// <summary>A host's answer to a query leaves out why an instance failed; its answer about the instance says it.</summary>
    private static async Task<TaskFailureDetails?> FailureAsync(OrchestrationMetadata instance, DurableTaskClient client, CancellationToken cancellation) =>
        instance.RuntimeStatus is OrchestrationRuntimeStatus.Failed ? (await FindAsync(instance.InstanceId, client, cancellation))?.FailureDetails : null;

    private static Address? AddressOf(OrchestrationMetadata instance) => instance.SerializedInput is null ? null : instance.ReadInputAs<Address>();

    private static string NameOf(OrchestrationMetadata instance) => States.FirstOrDefault(state => state.Value == instance.RuntimeStatus).Key ?? "unknown";

    private sealed record Listing(IReadOnlyList<View> Instances);

    /// <param name="Failure">The kind of fault alone: messages may quote what somebody wrote.</param>
    private sealed record View(string InstanceId, string Name, string State, string? RoundId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? Failure)
    {
        public static View Of(OrchestrationMetadata instance, TaskFailureDetails? failure) => new(
            instance.InstanceId, instance.Name, NameOf(instance), AddressOf(instance)?.Round, instance.CreatedAt, instance.LastUpdatedAt, KindOf(failure));

        private static string? KindOf(TaskFailureDetails? failure)
        {
            while (failure?.InnerFailure is { } inner)
                failure = inner;
            return failure?.ErrorType;
        }
    }

    private sealed record Restarted(string InstanceId, string State);
}
