using Mentoring.Tests.Browser;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Hosting;
using Mentoring.Tests.House;
using Mentoring.Tests.Http;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Ledger.Tables;
using Mentoring.Tests.Matching;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Mentoring.Tests.LongestFirst", "Mentoring.Tests")]

namespace Mentoring.Tests;

/// <summary>What takes longest begins first, so that no long test runs alone at the end. It changes nothing else: no test needs another to have run.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly IReadOnlyList<string> Long =
    [
        InABrowser.Name, StoriesInABrowser.Name,
        .. new[]
        {
            typeof(KillTests), typeof(LargeRoundTests), typeof(HardFamilyTests), typeof(MailWindowKillTests), typeof(Point15CrashTests), typeof(TablesYearTests), typeof(ScheduleTests), typeof(HostKillTests),
            typeof(HostileFieldTests), typeof(HostileInputTests), typeof(PublishTests), typeof(ZeroTouchYearTests), typeof(BannedSymbolTests),
        }.Select(test => test.FullName!),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Enumerable.Range(0, Long.Count).FirstOrDefault(place => IsOf(collection, Long[place]), Long.Count));

    /// <summary>A collection is named by its attribute, or after its only class.</summary>
    private static bool IsOf(ITestCollection collection, string name) =>
        collection.DisplayName == name || collection.DisplayName.StartsWith($"Test collection for {name} ", StringComparison.Ordinal) || collection.DisplayName == $"Test collection for {name}";
}
