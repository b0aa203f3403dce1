using Mentoring.Functions.Settings;
using Mentoring.Local.Commands;
using Mentoring.Local.Progress;
using Mentoring.Local.Simulation;
using Spectre.Console;

namespace Mentoring.Tests.Progress;

public sealed class TerminalProgressTests
{
    [Fact]
    public async Task A_terminal_shows_each_step_with_how_far_it_has_come_and_is_clean_afterwards()
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 100;

        var answer = await TerminalProgress.ShowAsync(console, progress =>
        {
            progress.Report(new WorkDone("registrations [of a file]", 40, 5_000));
            progress.Report(new WorkDone("registrations [of a file]", 5_000, 5_000));
            return Task.FromResult(new Steps(progress).Take("matching", () => 7));
        });

        Assert.Equal(7, answer);
        Assert.Contains("registrations [of a file]", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("5,000 of 5,000", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("matching", written.ToString(), StringComparison.Ordinal);
        // The last thing is that the lines are taken away and the cursor comes back.
        Assert.EndsWith("\u001b[?25h", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_terminal_the_work_is_done_and_nothing_is_shown()
    {
        // Tests run without one, as a pipe does.
        Assert.Null(TerminalProgress.Here);
        Assert.Equal(7, await TerminalProgress.ShowAsync(null, progress => Task.FromResult(new Steps(progress).Take("matching", () => 7))));
    }

    [Fact]
    public async Task A_simulated_year_tells_how_many_have_registered_and_how_many_days_have_passed()
    {
        var (scheme, told) = (SchemeFile.Read(RepositoryFiles.PlannersScheme), new List<WorkDone>());

        await SimulateCommand.PlayAsync(
            RepositoryFiles.PlannersScheme, scheme, [.. SimulatedPeople.Invent(scheme, 3, 2, seed: 1)], months: 1, seed: 1, new Temperament(), CancellationToken.None, new Listener(told.Add));

        var steps = told.GroupBy(work => work.Step).ToList();
        Assert.Equal(["registrations", "days of the year"], steps.Select(step => step.Key));
        Assert.Equal([1, 2, 3, 4, 5], steps[0].Select(work => work.Done));
        Assert.Equal(steps[1].Select(work => work.Done).Order(), steps[1].Select(work => work.Done));
        Assert.All(steps, step => Assert.Equal(step.Last().All, step.Last().Done));
    }

    [Fact]
    public async Task What_is_printed_of_a_year_is_the_same_with_and_without_somebody_who_watches()
    {
        var scheme = SchemeFile.Read(RepositoryFiles.PlannersScheme);

        Assert.Equal(await ReportAsync(null), await ReportAsync(new Listener(_ => { })));

        // But for how long it took.
        async Task<string> ReportAsync(IProgress<WorkDone>? progress) => YearReport.Of(await SimulateCommand.PlayAsync(
            RepositoryFiles.PlannersScheme, scheme, [.. SimulatedPeople.Invent(scheme, 3, 2, seed: 1)], months: 1, seed: 1, new Temperament(), CancellationToken.None, progress) with { Took = default });
    }

    private sealed class Listener(Action<WorkDone> hear) : IProgress<WorkDone>
    {
        public void Report(WorkDone value) => hear(value);
    }
}
