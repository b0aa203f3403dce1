using Mentoring.Local.Commands;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Commands;

public sealed class LocalCommandsTests
{
    private static string Folder => Path.Combine(Repository.Root, "samples");

    private static string Registrations => Path.Combine(Folder, "planners", "registrations.csv");

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("match", "--help")]
    public async Task Whoever_asks_for_help_is_told_every_command(params string[] words)
    {
        var (exit, output, errors) = await OwnProcess.OfLocalHostAsync(words);

        Assert.Equal((0, LocalCommands.Usage, ""), (exit, output, errors));
        Assert.All(["simulate", "match", "verify"], command => Assert.Contains($"./run.sh {command} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_named_beside_those_that_are()
    {
        var (exit, output, errors) = await OwnProcess.OfLocalHostAsync("simulat");

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("There is no command 'simulat'.", errors, StringComparison.Ordinal);
        Assert.Contains(LocalCommands.Usage, errors, StringComparison.Ordinal);
    }

    public static TheoryData<string[]> FoldersForFiles => new([["match", Folder], ["simulate", Folder], ["match", Registrations, "--what-if", Folder]]);

    [Theory]
    [MemberData(nameof(FoldersForFiles))]
    public async Task A_folder_where_a_file_should_be_is_refused_in_one_line(string[] words)
    {
        var (exit, output, errors) = await OwnProcess.OfLocalHostAsync(words);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(Folder, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
