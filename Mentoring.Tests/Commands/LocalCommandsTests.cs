using System.Net;
using System.Net.Sockets;
using Mentoring.Local.Commands;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Commands;

public sealed class LocalCommandsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

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

    [Fact]
    public async Task A_port_that_is_in_use_is_refused_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exit, output, errors) = await OwnProcess.OfLocalHostAsync("--port", $"{port}", "--data", folder.Path);

        Assert.Equal((2, "", $"Port {port} is in use. Stop what listens there, or choose another with --port.\n"), (exit, output, errors));
    }

    [Theory]
    [InlineData("MEMBERSHIPS", "register")]
    [InlineData("MEMBERSHIP_DIRECTORY", "http://directory.example.org/members")]
    public async Task A_setting_that_cannot_be_used_is_refused_in_one_line(string name, string value)
    {
        var (exit, output, errors) = await OwnProcess.OfLocalHostAsync([("MEMBERSHIPS", "directory"), (name, value)], ["--data", folder.Path]);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith($"Setting {name} is missing or malformed.", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
