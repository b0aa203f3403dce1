using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mentoring.Tests.House;

/// <summary>Clocks, randomness and sleeping that eng/BannedSymbols.txt bans; each has a sample that must fail to compile.</summary>
public partial class BannedSymbolTests
{
    private static readonly Dictionary<string, string> MustFail = new(StringComparer.Ordinal)
    {
        ["P:System.DateTime.Now"] = "_ = DateTime.Now;",
        ["P:System.DateTime.UtcNow"] = "_ = DateTime.UtcNow;",
        ["P:System.DateTime.Today"] = "_ = DateTime.Today;",
        ["P:System.DateTimeOffset.Now"] = "_ = DateTimeOffset.Now;",
        ["P:System.DateTimeOffset.UtcNow"] = "_ = DateTimeOffset.UtcNow;",
        ["P:System.TimeProvider.System"] = "_ = TimeProvider.System;",
        ["P:System.Environment.TickCount"] = "_ = Environment.TickCount;",
        ["P:System.Environment.TickCount64"] = "_ = Environment.TickCount64;",
        ["P:System.Random.Shared"] = "_ = Random.Shared;",
        ["M:System.Random.#ctor"] = "_ = new Random();",
        ["M:System.Guid.NewGuid"] = "_ = Guid.NewGuid();",
        ["M:System.Guid.CreateVersion7"] = "_ = Guid.CreateVersion7();",
        ["M:System.Threading.Thread.Sleep(System.Int32)"] = "Thread.Sleep(1);",
        ["M:System.Threading.Thread.Sleep(System.TimeSpan)"] = "Thread.Sleep(TimeSpan.Zero);",
    };

    [Fact]
    public void Every_banned_symbol_has_a_sample_that_must_fail() =>
        Assert.Equal(Symbols().Order(StringComparer.Ordinal), MustFail.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Mentoring.Core")]
    [InlineData("Mentoring.Pages")]
    [InlineData("Mentoring.Functions")]
    public void The_ban_holds_in(string project)
    {
        var document = XDocument.Parse(Repository.Read($"{project}/{project}.csproj"));

        Assert.Contains(document.Descendants("PackageReference"), package => (string?)package.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(document.Descendants("AdditionalFiles"), file => (string?)file.Attribute("Include") == "../eng/BannedSymbols.txt");
    }

    [Fact]
    public void Only_a_composition_root_lifts_the_ban()
    {
        var lifted = Repository.ProductionSources.Where(file => Repository.Read(file).Contains("RS0030", StringComparison.Ordinal));

        Assert.All(lifted, file => Assert.Equal("Program.cs", Path.GetFileName(file)));
    }

    [Fact]
    public void On_the_local_host_only_composition_roots_name_the_system_s_clock()
    {
        // Options hold what a composition root may leave unsaid.
        string[] roots = ["Program.cs", "DurableOptions.cs"];
        var clocks = MustFail.Where(sample => sample.Key.StartsWith("P:", StringComparison.Ordinal) || sample.Value.StartsWith("Thread", StringComparison.Ordinal))
            .Select(sample => sample.Value.Replace("_ = ", "", StringComparison.Ordinal).Split('(')[0].TrimEnd(';')).Distinct().ToList();
        var offenders = Repository.ProductionSources.Where(file => file.StartsWith("Mentoring.Local/", StringComparison.Ordinal) && !roots.Contains(Path.GetFileName(file)))
            .SelectMany(file => clocks.Where(clock => Regex.IsMatch(Repository.Read(file), $@"\b{Regex.Escape(clock)}\b", RegexOptions.CultureInvariant)).Select(clock => $"{file} names {clock}"));

        Assert.Contains("DateTimeOffset.UtcNow", clocks);
        Assert.Empty(offenders);
    }

    [Fact]
    public async Task Every_sample_fails_to_compile_under_the_settings_of_the_house()
    {
        // Within the tree, so that the house's own props and .editorconfig decide; artifacts is never committed.
        var folder = Repository.At("artifacts", "banned-symbols");
        Directory.CreateDirectory(folder);
        var core = Repository.Read("Mentoring.Core/Mentoring.Core.csproj").Replace("../eng/", "../../eng/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "Banned.csproj"), core);
        var samples = MustFail.OrderBy(sample => sample.Key, StringComparer.Ordinal).ToList();
        await File.WriteAllTextAsync(Path.Combine(folder, "Samples.cs"),
            "namespace Banned;\n\ninternal static class Samples\n{\n    public static void Run()\n    {\n"
            + string.Concat(samples.Select(sample => $"        {sample.Value}\n")) + "    }\n}\n");

        var (exitCode, output) = await DotNet.Run(folder, "build", "Banned.csproj", "-nologo", "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false");

        Assert.NotEqual(0, exitCode);
        var banned = ErrorShape().Matches(output).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 7).ToHashSet();
        var passed = samples.Where((_, index) => !banned.Contains(index)).Select(sample => sample.Key).ToList();
        Assert.True(passed.Count == 0, $"Not refused: {string.Join(", ", passed)}\n{output}");
    }

    private static IEnumerable<string> Symbols() => Repository.Read("eng/BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.StartsWith("//", StringComparison.Ordinal)).Select(line => line.Split(';')[0]);

    [GeneratedRegex(@"Samples\.cs\((\d+),\d+\): error RS0030")]
    private static partial Regex ErrorShape();
}
