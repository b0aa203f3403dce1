using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mentoring.Tests.House;

/// <summary>The order in which a person lives through the scheme is the order in which folders may use each other.</summary>
public partial class StageTests
{
    private static readonly string[] Stages = ["Registrations", "Rounds", "Offers", "Agreements", "Partnerships", "Reviews"];

    [Fact]
    public void No_stage_uses_a_later_one() =>
        Assert.Empty(Repository.Files.Where(IsCore).SelectMany(file => LaterStages(file, Repository.Read(file))));

    [Fact]
    public void A_stage_that_used_a_later_one_would_be_found()
    {
        Assert.Equal(["Mentoring.Core/Rounds/Round.cs uses Offers"], LaterStages("Mentoring.Core/Rounds/Round.cs", "using Mentoring.Core.Offers;\n"));
        Assert.Equal(["Mentoring.Core/Offers/Offer.cs uses Reviews"], LaterStages("Mentoring.Core/Offers/Offer.cs", "global using static Mentoring.Core.Reviews.Form;\n"));
        Assert.Equal(["Mentoring.Core/Offers/Offer.cs uses Reviews"], LaterStages("Mentoring.Core/Offers/Offer.cs", "var form = new Reviews.ReviewForm();\n"));
        Assert.Empty(LaterStages("Mentoring.Core/Offers/Offer.cs", "using Mentoring.Core.Rounds;\n/// <summary>Unlike Reviews.Form.</summary>\n// Reviews.Form\n"));
        Assert.Empty(LaterStages("Mentoring.Core/Lifecycle.cs", "using Mentoring.Core.Reviews;\n"));
    }

    [Fact]
    public void What_all_stages_share_uses_no_stage()
    {
        string[] shared = ["People", "Schemes", "Time"];
        var offenders = Repository.Files.Where(IsCore).Where(file => shared.Contains(Folder(file)))
            .SelectMany(file => Uses(Repository.Read(file), Stages).Select(stage => $"{file} uses {stage}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        var offenders = Repository.Files.Where(file => IsCore(file) && NamespaceShape().Match(Repository.Read(file)) is { Success: true } match
            && match.Groups[1].Value != Path.GetDirectoryName(file)!.Replace('/', '.').Replace('\\', '.'));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Core_has_the_base_library_alone()
    {
        var project = XDocument.Parse(Repository.Read("Mentoring.Core/Mentoring.Core.csproj"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
        Assert.All(project.Descendants("PackageReference"), package => Assert.Equal("all", (string?)package.Attribute("PrivateAssets")));

        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var strangers = typeof(Core.Schemes.Scheme).Assembly.GetReferencedAssemblies()
            .Where(assembly => !File.Exists(Path.Combine(baseLibrary, assembly.Name + ".dll"))).Select(assembly => assembly.Name);
        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("Mentoring.Core")]
    [InlineData("Mentoring.Pages", "Mentoring.Core")]
    [InlineData("Mentoring.Functions", "Mentoring.Core", "Mentoring.Pages", "Mentoring.AzureSurface")]
    [InlineData("Mentoring.Local", "Mentoring.Functions")]
    [InlineData("Mentoring.AzureSurface")]
    public void A_project_references_what_the_design_allows_it(string project, params string[] allowed)
    {
        var referenced = XDocument.Parse(Repository.Read($"{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.Subset(allowed.ToHashSet(StringComparer.Ordinal), referenced.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_does_no_input_or_output()
    {
        // Types whose very use is input, output or a thread.
        string[] banned = ["System.IO", "System.Net.Http", "System.Net.Sockets", "System.Threading.Tasks", "Microsoft.Extensions", "Microsoft.AspNetCore"];
        var offenders = Repository.Files.Where(IsCore).SelectMany(file =>
            banned.Where(name => WithoutComments(Repository.Read(file)).Contains($"using {name}", StringComparison.Ordinal)).Select(name => $"{file} uses {name}"));

        Assert.Empty(offenders);
    }

    private static bool IsCore(string file) => file.StartsWith("Mentoring.Core/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal);

    private static string Folder(string file) => file.Split('/')[1];

    private static IEnumerable<string> LaterStages(string file, string source)
    {
        var stage = Array.IndexOf(Stages, Folder(file));
        return stage < 0 ? [] : Uses(source, Stages[(stage + 1)..]).Select(later => $"{file} uses {later}");
    }

    /// <summary>Stages named as a namespace: <c>Core.Offers</c>, or <c>Offers.</c> at the head of a qualified name.</summary>
    private static IEnumerable<string> Uses(string source, IEnumerable<string> stages)
    {
        var code = WithoutComments(source);
        return stages.Where(stage => Regex.IsMatch(code, $@"\bCore\.{stage}\b|(?<![\w.]){stage}\.[A-Z]\w*(?!\s*\()", RegexOptions.CultureInvariant));
    }

    private static string WithoutComments(string source) => CommentShape().Replace(source, "");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CommentShape();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceShape();
}
