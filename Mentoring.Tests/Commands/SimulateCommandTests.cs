using System.Globalization;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Commands;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task The_same_seed_prints_the_same_year_into_a_pipe_byte_for_byte()
    {
        var (first, second) = (await SimulateAsync("1"), await SimulateAsync("1"));

        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Equal(WithoutTime(first.Output), WithoutTime(second.Output));
        Assert.Contains("registrations               5 (3 mentees, 2 mentors", first.Output, StringComparison.Ordinal);
        Assert.Contains("coordinator actions         0", first.Output, StringComparison.Ordinal);
        // No bar was drawn, no colour set and no cursor moved.
        Assert.DoesNotContain('\u001b', first.Output);
        Assert.Equal("", first.Errors);
    }

    [Fact]
    public async Task Partnerships_that_go_on_for_another_term_reach_their_final_review_once()
    {
        var technicians = Path.Combine(Repository.Root, "samples", "technicians", "scheme.json");

        var (_, output, _) = await OwnProcess.OfLocalHostAsync("simulate", "--scheme", technicians, "--mentees", "6", "--mentors", "4", "--months", "16", "--seed", "1");

        Assert.Contains("partnership-continued", output, StringComparison.Ordinal);
        Assert.InRange(Figure(output, "reached their final review"), 1, Figure(output, "pairs introduced"));
    }

    [Fact]
    public async Task What_it_does_not_understand_it_refuses_by_name()
    {
        var (exit, output, errors) = await OwnProcess.OfLocalHostAsync("simulate", "--months", "soon");

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--months", errors, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Output, string Errors)> SimulateAsync(string seed) => OwnProcess.OfLocalHostAsync("simulate", "--mentees", "3", "--mentors", "2", "--months", "1", "--seed", seed);

    private static int Figure(string report, string name) =>
        int.Parse(report.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);

    private static string WithoutTime(string report) => string.Join('\n', report.Split('\n').Where(line => !line.StartsWith("took ", StringComparison.Ordinal)));
}
