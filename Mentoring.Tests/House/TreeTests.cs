using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mentoring.Tests.House;

public partial class TreeTests
{
    private const int LongestFile = 220;

    /// <summary>Files that may be longer, each with its bound and the reason.</summary>
    private static readonly Dictionary<string, int> Longer = new(StringComparer.Ordinal)
    {
        // The one place where all stages meet: whoever asks "and what then?" finds every answer here.
        ["Mentoring.Core/Lifecycle.cs"] = 281,
    };

    private static readonly string[] Drawers = ["util", "utils", "utilities", "helper", "helpers", "common", "shared", "misc", "stuff"];

    // Written so that this file does not hold the words itself.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "NotImplemented" + "Exception", "Skip" + " = \"", "Skip" + "Exception", "Assert." + "Skip"];

    [Fact]
    public void The_tree_was_found() => Assert.Contains("Mentoring.Core/Schemes/SchemeReader.cs", Repository.Files);

    [Fact]
    public void There_is_no_drawer_for_odds_and_ends() => Assert.DoesNotContain(Repository.Files, IsDrawer);

    [Theory]
    [InlineData("Mentoring.Core/Utils/Dates.cs")]
    [InlineData("Mentoring.Core/Rounds/Helpers.cs")]
    [InlineData("Mentoring.Core/Rounds/DateHelper.cs")]
    [InlineData("Mentoring.Pages/Shared/Layout.razor")]
    public void A_drawer_would_be_found(string file) => Assert.True(IsDrawer(file));

    [Fact]
    public void No_production_file_is_longer_than_a_person_reads_at_once()
    {
        // The surface repeats the packages' own types, one file per package.
        var offenders = Repository.ProductionSources.Where(file => !file.StartsWith("Mentoring.AzureSurface/", StringComparison.Ordinal))
            .Select(file => (file, lines: Repository.Read(file).AsSpan().Count('\n'))).Where(found => found.lines > Longer.GetValueOrDefault(found.file, LongestFile));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Nothing_is_left_unfinished_or_skipped()
    {
        var offenders = Repository.Files.Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".sh" or ".csproj" or ".props" or ".yml")
            .SelectMany(file => Repository.Read(file).Split('\n')
                .Select((line, index) => (Place: $"{file}:{index + 1}", line))
                .Where(found => Unfinished.Any(word => found.line.Contains(word, StringComparison.Ordinal)))
                .Select(found => $"{found.Place} {found.line.Trim()}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_file()
    {
        foreach (var file in Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || file == "Directory.Build.props"))
        {
            foreach (var package in XDocument.Parse(Repository.Read(file)).Descendants("PackageReference"))
            {
                var names = package.Attributes().Select(attribute => attribute.Name.LocalName).Concat(package.Elements().Select(element => element.Name.LocalName));
                Assert.True(!names.Any(name => name is "Version" or "VersionOverride"), $"{file}: {package}");
            }
        }

        Assert.Equal(["Directory.Packages.props"], Repository.Files.Where(file => Path.GetExtension(file) == ".props" && Repository.Read(file).Contains("<PackageVersion ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Parse(Repository.Read("Mentoring.slnx")).Descendants("Project").Select(project => ((string)project.Attribute("Path")!).Replace('\\', '/'));

        Assert.Equal(Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Text_files_end_with_a_newline_and_have_no_carriage_returns()
    {
        string[] kinds = [".cs", ".razor", ".md", ".json", ".csv", ".sh", ".props", ".csproj", ".slnx", ".yml", ".css", ".txt"];
        var offenders = Repository.Files.Where(file => kinds.Contains(Path.GetExtension(file)) && Repository.Read(file) is { Length: > 0 } text
            && (!text.EndsWith('\n') || text.Contains('\r', StringComparison.Ordinal)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_path_that_the_guides_name_exists()
    {
        string[] guides = ["README.md", "CONTRIBUTING.md"];
        var missing = guides.Where(Repository.Files.Contains)
            .SelectMany(guide => NamedPaths(Repository.Read(guide)).Where(path => !Exists(path)).Select(path => $"{guide}: {path}"));

        Assert.Empty(missing);
    }

    [Fact]
    public void Paths_are_found_in_links_and_in_code()
    {
        const string guide = """
            See [the guide](CONTRIBUTING.md#tests), [this](https://example.org/a/b.md), `Mentoring.Core/Lifecycle.cs`, `eng/`, `./run.sh simulate FILE.csv`,
            `GET /api/rounds/current`, `artifacts/requirements.md`, `--data DIR`, `and/or` and `samples/planners/scheme.json`.
            """;

        Assert.Equal(["CONTRIBUTING.md", "Mentoring.Core/Lifecycle.cs", "eng/", "run.sh", "samples/planners/scheme.json"], NamedPaths(guide));
        Assert.True(Exists("eng/"));
        Assert.False(Exists("eng/nothing.sh"));
    }

    private static bool IsDrawer(string file) =>
        file.Split('/').Any(part => WordShape().Split(Path.GetFileNameWithoutExtension(part)).Any(word => Drawers.Contains(word, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Targets of links within the tree; and code spans that name a file or folder of ours. What a run produces is not named here.</summary>
    private static IEnumerable<string> NamedPaths(string guide) => PathShape().Matches(guide)
        .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
        .Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path)
        .Where(path => !path.StartsWith("artifacts/", StringComparison.Ordinal) && !path.Contains("://", StringComparison.Ordinal) && path.Length > 0)
        .Where(IsOurs);

    private static bool IsOurs(string path) =>
        path.EndsWith('/') || Path.GetExtension(path) is ".md" or ".cs" or ".sh" or ".json" or ".props" or ".csproj" or ".slnx" or ".csv" or ".yml" or ".yaml" or ".txt" or ".bicep";

    private static bool Exists(string path) => path.EndsWith('/')
        ? Repository.Files.Any(file => file.StartsWith(path, StringComparison.Ordinal))
        : Repository.Files.Contains(path) || (!path.Contains('/', StringComparison.Ordinal) && Repository.Files.Any(file => file.EndsWith("/" + path, StringComparison.Ordinal)));

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)|`((?:\./)?[\w.-][\w./-]*)(?: [^`]*)?`", RegexOptions.CultureInvariant)]
    private static partial Regex PathShape();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordShape();
}
