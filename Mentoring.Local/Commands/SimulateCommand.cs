using System.Globalization;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Durable;
using Mentoring.Local.Progress;
using Mentoring.Local.Schemes;
using Mentoring.Local.Simulation;
using Mentoring.Local.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Local.Commands;

/// <summary><c>simulate</c>: a whole year in virtual time, in a folder of its own that is thrown away; only the report stays.</summary>
internal static class SimulateCommand
{
    /// <summary>Longer than any wait: in chains of a few days, as a cloud needs them, waiting would be most of the year's work.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(3660);

    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellation)
    {
        var file = line.Rest is [var only] ? only : null;
        var seed = line.Number("--seed", 1, 0, int.MaxValue);
        var months = line.Number("--months", 12, 1, 60);
        var (mentees, mentors) = (line.Number("--mentees", 40, 0, 100_000), line.Number("--mentors", 25, 0, 100_000));
        var schemeFile = line.Text("--scheme", RepositoryFiles.PlannersScheme);
        line.RefuseTheRest(allowed: 1);

        var scheme = SchemeFile.Read(schemeFile);
        if (await PeopleAsync(file, scheme, mentees, mentors, seed) is not { } people)
            return 2;
        var figures = await TerminalProgress.ShowAsync(TerminalProgress.Here, progress => PlayAsync(schemeFile, scheme, people, months, seed, new Temperament(), cancellation, progress));
        var report = YearReport.Of(figures);
        Console.Write(report);
        var path = Path.Combine(RepositoryFiles.Artifacts, "simulation", string.Create(CultureInfo.InvariantCulture, $"year-{people.Count}-seed-{seed}.txt"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, report, cancellation);
        Console.WriteLine($"report: {path}");
        return 0;
    }

    /// <summary>Plays a year from the opening of a round that the scheme names, or of one a fortnight long.</summary>
    public static async Task<YearFigures> PlayAsync(
        string schemeFile, Scheme scheme, IReadOnlyList<FormFields> people, int months, int seed, Temperament temperament, CancellationToken cancellation, IProgress<WorkDone>? progress = null)
    {
        var plan = PlanOf(scheme);
        var folder = Directory.CreateTempSubdirectory("mentoring-year-");
        try
        {
            await using var host = await SchemeHost.StartAsync(
                new SchemeHostOptions
                {
                    SchemeFile = schemeFile,
                    DataFolder = folder.FullName,
                    Start = plan.Opens.Instant.AddHours(-1),
                    Durability = Durability.None,
                    Durable = new DurableOptions { LongestTimer = LongestTimer },
                    Seed = seed,
                },
                cancellation);
            await host.Services.GetRequiredService<RoundOpening>().CreateAsync(
                plan, Actor.Coordinator, new DurableWaker(host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance), cancellation);
            return await new SimulatedYear(host, new SimulatedBehaviour(temperament, seed), progress).PlayAsync(plan, people, months, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RoundPlan PlanOf(Scheme scheme)
    {
        if (scheme.Rounds is [var first, ..])
            return new RoundPlan(first.Id, first.Opens, first.Deadline, first.ReviewMonths ?? scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
        var (opens, deadline) = (new DateTime(2026, 9, 1, 9, 0, 0), new DateTime(2026, 9, 15, 12, 0, 0));
        return new RoundPlan("simulated", LocalInstant.Resolve(opens, scheme.TimeZone), LocalInstant.Resolve(deadline, scheme.TimeZone), scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
    }

    private static async Task<IReadOnlyList<FormFields>?> PeopleAsync(string? file, Scheme scheme, int mentees, int mentors, int seed)
    {
        if (file is null)
            return [.. SimulatedPeople.Invent(scheme, mentees, mentors, seed)];
        await using var stream = File.OpenRead(file);
        var (rows, faults) = RegistrationFile.Read(stream, scheme, PlanOf(scheme).Opens.Instant);
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"{file}: {fault}");
        return faults.Count == 0 ? [.. rows.Select(row => row.Fields)] : null;
    }
}
