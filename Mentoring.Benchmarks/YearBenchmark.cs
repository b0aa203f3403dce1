using System.Diagnostics;
using System.Globalization;
using Mentoring.Functions.Settings;
using Mentoring.Local.Commands;
using Mentoring.Local.Simulation;

namespace Mentoring.Benchmarks;

/// <summary>A scheme's whole year on the local host in virtual time: seconds, people a second and peak memory for each size, and how the time a person grows.</summary>
internal static class YearBenchmark
{
    private const string OneSize = "--in-this-process";
    private const int Months = 12;
    private const int Seed = 1;

    /// <param name="args">Numbers of people; 100, 1,000 and 10,000 where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [OneSize, var number]) return await PlayAsync(int.Parse(number, CultureInfo.InvariantCulture));
        int[] sizes = args.Length == 0 ? [100, 1_000, 10_000] : [.. args.Select(each => int.Parse(each, CultureInfo.InvariantCulture))];
        Console.WriteLine($"year: mentees 60 %, mentors 40 %, {Months} months in virtual time, each size in a process of its own");
        Console.WriteLine($"{"people",8}{"pairs",8}{"mails",9}{"seconds",10}{"CPU s",9}{"people/s",10}{"ms/person",11}{"peak MiB",10}");
        var perPerson = new List<double>();
        foreach (var people in sizes)
        {
            if (await MeasureAsync(people) is not { } seconds) return 1;
            perPerson.Add(seconds / people);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time a person at {sizes[^1]:N0} to that at {sizes[0]:N0}: {perPerson[^1] / perPerson[0]:F2}"));
        return 0;
    }

    /// <summary>Answers the seconds; null where it failed.</summary>
    private static async Task<double?> MeasureAsync(int people)
    {
        if (await OwnProcess.RunAsync(["year", OneSize, people.ToString(CultureInfo.InvariantCulture)], asItShips: true) is not { } printed) return null;
        Console.Write(printed);
        return double.Parse(printed.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture);
    }

    private static async Task<int> PlayAsync(int people)
    {
        var watch = Stopwatch.StartNew();
        var scheme = SchemeFile.Read(RepositoryFiles.PlannersScheme);
        var mentees = people * 6 / 10;
        var invented = SimulatedPeople.Invent(scheme, mentees, people - mentees, Seed).ToList();
        var figures = await SimulateCommand.PlayAsync(RepositoryFiles.PlannersScheme, scheme, invented, Months, Seed, new Temperament(), CancellationToken.None);
        if (figures.Registrations != people) throw new InvalidOperationException($"{figures.Registrations} of {people} people were registered.");
        if (figures.CoordinatorActions != 0) throw new InvalidOperationException($"The coordinator had to act {figures.CoordinatorActions} times.");
        var seconds = watch.Elapsed.TotalSeconds;

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{people,8} {figures.Pairs,7} {figures.Mails.Values.Sum(),8} {seconds,9:F1} {process.TotalProcessorTime.TotalSeconds,8:F1} {people / seconds,9:F0} {seconds * 1000 / people,10:F1} {process.PeakWorkingSet64 / 1048576.0,9:F0}"));
        return 0;
    }
}
