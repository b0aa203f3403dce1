using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Offers;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Local.Durable;
using Mentoring.Local.Schemes;
using Mentoring.Tests.House;
using Mentoring.Tests.Journeys;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Histories;

/// <summary>Today's orchestrators against histories that earlier ones made: what runs in earnest must be able to go on after an update.</summary>
public sealed class HistoryTests
{
    /// <summary>Names of all orchestrators whose histories are replayed.</summary>
    internal static IReadOnlyCollection<string> Replayed => Orchestrators.Keys;

    private const string Folder = "Mentoring.Tests/Histories/";

    private static readonly Dictionary<string, Func<TaskOrchestrationContext, Task>> Orchestrators = new(StringComparer.Ordinal)
    {
        [nameof(RoundOrchestrator)] = RoundOrchestrator.RunAsync,
        [nameof(OfferOrchestrator)] = OfferOrchestrator.RunAsync,
        [nameof(PartnershipOrchestrator)] = PartnershipOrchestrator.RunAsync,
        [nameof(ImportOrchestrator)] = ImportOrchestrator.RunAsync,
    };

    [Fact]
    public void Todays_orchestrators_agree_with_every_history_recorded_here()
    {
        var recorded = Repository.Files.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        Assert.Superset(Orchestrators.Keys.ToHashSet(), recorded.Select(history => RecordedHistory.FromJson(history).Name).ToHashSet());
        Assert.All(recorded, Verify);
    }

    [Fact]
    public async Task Todays_orchestrators_agree_with_what_they_did_themselves()
    {
        using var folder = new TestFolder();
        var histories = await RecordAsync(folder.Path);
        Assert.All(histories, history => Verify(history.ToJson()));
        Assert.Equal(Orchestrators.Keys.Order(), histories.Select(history => history.Name).Distinct().Order());
    }

    [Fact]
    public async Task A_partnership_that_is_woken_uncommonly_often_begins_its_history_anew()
    {
        using var folder = new TestFolder();
        var histories = new List<RecordedHistory>();
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.Path) with { Seed = 1, Durable = new DurableOptions { Recorder = histories.Add } });
        await SmallRound.PlayAsync(host);
        var client = host.Services.GetRequiredService<DurableTaskClient>();
        var instance = (await client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: "partnership-")).ToListAsync())[0].InstanceId;
        histories.Clear();
        for (var time = 0; time <= PartnershipOrchestrator.MostTurns; time++)
            await client.RaiseEventAsync(instance, DurableWaker.Event, "again");
        await host.DrainAsync();

        Assert.Single(histories, history => history.InstanceId == instance);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await client.GetInstanceAsync(instance))!.RuntimeStatus);
        Assert.All(histories, history => Verify(history.ToJson()));
    }

    /// <summary>Plays a small round and writes one history of each kind and stage: what this folder was filled with.</summary>
    internal static async Task<int> RecordIntoAsync(string folder)
    {
        using var data = new TestFolder();
        foreach (var kind in (await RecordAsync(data.Path)).GroupBy(history => history.Name))
        {
            foreach (var (history, number) in kind.DistinctBy(history => string.Join(' ', history.Events.Select(happened => happened.GetType().Name))).Select((history, index) => (history, index + 1)))
                await File.WriteAllTextAsync(Path.Combine(folder, $"{kind.Key}-{number}.json"), history.ToJson() + "\n");
        }

        return 0;
    }

    private static async Task<IReadOnlyList<RecordedHistory>> RecordAsync(string folder)
    {
        var histories = new List<RecordedHistory>();
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder) with { Seed = 1, Durable = new DurableOptions { Recorder = histories.Add } });
        await host.Services.GetRequiredService<ImportBook>().BeginAsync(
            "2024", "file", 1, new DurableWaker(host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance), CancellationToken.None);
        await SmallRound.PlayAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(40));
        return histories;
    }

    private static void Verify(string history) => ReplayCheck.Verify(history, async context =>
    {
        await Orchestrators[RecordedHistory.FromJson(history).Name](context);
        return null;
    });
}
