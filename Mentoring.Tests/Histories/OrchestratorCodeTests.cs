using System.Reflection;
using System.Text.RegularExpressions;
using Mentoring.Functions.Offers;
using Mentoring.Tests.House;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Tests.Histories;

/// <summary>Orchestrators do the same each time they are replayed: they name nothing that has a mood of its own, and await nothing but what their context gave them.</summary>
public sealed partial class OrchestratorCodeTests
{
    /// <summary>Waits for orchestrators, so it is held to the same rules.</summary>
    private const string Waiting = "/WakeOrTimer.cs";

    private static readonly IReadOnlyList<string> Sources =
    [
        .. Repository.ProductionSources.Where(file => file.StartsWith("Mentoring.Functions/", StringComparison.Ordinal))
            .Where(file => file.EndsWith(Waiting, StringComparison.Ordinal) || Repository.Read(file).Contains("[OrchestrationTrigger]", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_orchestrator_is_looked_at_and_has_recorded_histories()
    {
        var orchestrators = typeof(OfferOrchestrator).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(orchestrators, HistoryTests.Replayed.Order(StringComparer.Ordinal));
        Assert.Equal(orchestrators.Count + 1, Sources.Count);
        Assert.All(orchestrators, name => Assert.Contains(Sources, file => file.EndsWith($"/{name}.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Orchestrators_name_and_await_nothing_that_would_differ_when_they_are_replayed() =>
        Assert.All(Sources, file => Assert.Equal([], Moods(Repository.Read(file))));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", "DateTime.UtcNow")]
    [InlineData("var now = DateTimeOffset.Now;", "DateTimeOffset.Now")]
    [InlineData("time.GetUtcNow(); TimeProvider time", "TimeProvider")]
    [InlineData("var id = Guid.NewGuid();", "Guid.NewGuid")]
    [InlineData("var id = Guid.CreateVersion7();", "Guid.CreateVersion7")]
    [InlineData("new Random().Next()", "Random")]
    [InlineData("RandomNumberGenerator.GetBytes(3)", "RandomNumberGenerator")]
    [InlineData("Environment.GetEnvironmentVariable(name)", "Environment")]
    [InlineData("File.ReadAllText(path)", "File")]
    [InlineData("static int _count;", "static int _")]
    [InlineData("Console.WriteLine(offer)", "Console")]
    [InlineData("await Task.Delay(1000);", "Task.Delay")]
    [InlineData("await Task.Run(() => 1);", "Task.Run")]
    [InlineData("await ledger.ReadAsync(key, cancellation);", "await ledger.ReadAsync")]
    [InlineData("await foreach (var row in rows)", "await foreach")]
    [InlineData("await context.CallActivityAsync(name).ConfigureAwait(false);", "ConfigureAwait")]
    [InlineData("context.CallActivityAsync(name).GetAwaiter().GetResult();", "GetAwaiter")]
    [InlineData("async void Fire()", "async void")]
    public void What_would_differ_is_found(string code, string found) => Assert.Contains(found, Moods(code));

    private static IReadOnlyList<string> Moods(string code) => [.. Named().Matches(code).Concat(ForeignAwait().Matches(code)).Select(match => match.Value)];

    /// <summary>Clocks, chance, threads, what is kept between calls, the outside world, and waits that leave the orchestration's own thread.</summary>
    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?Now|TimeProvider|Guid\.(NewGuid|CreateVersion7)|Random(NumberGenerator)?|Task\.(Delay|Run|Factory|Yield)|Thread|Timer\b|Stopwatch|Environment|Console|HttpClient|File|Directory|IConfiguration|ILedger|IQueue|IMailer|LedgerReader|SchemeShell|ConfigureAwait|GetAwaiter|async void|Lock|static\s+(?!async|class|readonly)\w+\s+_)")]
    private static partial Regex Named();

    /// <summary>The context's own tasks may be awaited, alone or several together; and what is looked at here itself.</summary>
    [GeneratedRegex(@"\bawait\s+(?!context\.|waiting\.WaitAsync\(|AllAsync\(context,|Task\.When(Any|All)\()[\w.]+")]
    private static partial Regex ForeignAwait();
}
