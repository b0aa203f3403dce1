using Mentoring.Local.Commands;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Commands;

public sealed class MatchCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static string Registrations => Path.Combine(Repository.Root, "samples", "planners", "registrations.csv");

    [Fact]
    [Trait("Requirement", "B3")]
    [Trait("Requirement", "B4")]
    [Trait("Requirement", "B8")]
    public async Task A_file_is_matched_with_advice_fairness_what_if_and_why_not()
    {
        var whatIf = _folder.File("what-if.json");
        await File.WriteAllTextAsync(whatIf, """{ "places": [{ "mentor": "rajesh.iyer@warwick.example", "places": 3 }], "mentors": [{ "offers": ["wellbeing"], "places": 2 }] }""");

        Assert.Equal(0, await RunAsync(Registrations, "--what-if", whatIf, "--why-not", "arjun.patel@demontfort.example,rajesh.iyer@warwick.example", "--out", _folder.File("out")));

        var report = await File.ReadAllTextAsync(Path.Combine(_folder.File("out"), "matching.txt"));
        Assert.All(
            ["32 of 38 mentees matched", "best possible", "why not more: ", "6 of them stay without a mentor", "Where more mentors would help", "Student number planning", "How groups fared", "by institution size",
                "Whoever waited longest was served first", "Why not Arjun Patel and Rajesh Iyer", "What if", "matched 32 of 38 → ", "proved best", "new-mentor-1"],
            words => Assert.Contains(words, report, StringComparison.Ordinal));
        // Names stand where the rules speak of ids.
        Assert.DoesNotMatch("[0-9a-f]{64}", report);
    }

    [Theory]
    [InlineData("""{ "places": [{ "mentor": "nobody@university.example", "places": 3 }] }""")]
    [InlineData("not JSON")]
    public async Task A_faulty_what_if_ends_with_code_2(string json)
    {
        var whatIf = _folder.File("what-if.json");
        await File.WriteAllTextAsync(whatIf, json);

        Assert.Equal(2, await RunAsync(Registrations, "--what-if", whatIf));
    }

    [Theory]
    [InlineData("arjun.patel@demontfort.example")]
    [InlineData("arjun.patel@demontfort.example,nobody@university.example")]
    [InlineData("rajesh.iyer@warwick.example,rajesh.iyer@warwick.example")]
    public async Task A_pair_that_is_not_one_is_refused(string pair) =>
        await Assert.ThrowsAsync<CommandLineException>(() => RunAsync(Registrations, "--why-not", pair));

    public void Dispose() => _folder.Dispose();

    private static Task<int> RunAsync(params string[] words) => MatchCommand.RunAsync(new CommandLine(words), CancellationToken.None);
}
