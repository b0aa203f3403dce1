using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Mentoring.Benchmarks;

/// <summary>Every kind of page, asked for over loopback as a browser does, after a round of so many people has run: kilobytes before compression, and milliseconds.</summary>
internal static class PagesBenchmark
{
    private const int WarmUp = 20;
    private const int Requests = 200;
    private const int FewestRequests = 5;
    private const int MostBytes = 50_000;
    private const double MostMilliseconds = 50;

    /// <summary>A page that is far too slow is asked for less often, so that all of them are seen.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(4);

    /// <param name="args">The number of people; 5,000 where none is given.</param>
    /// <returns>1 where a page is too heavy or too slow.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
        Console.WriteLine($"pages: {people:N0} people, the round has run and partnerships are half way; {Requests} requests each over HTTP on loopback, one after the other");
        await using var lived = await LivedRound.StartAsync(people);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = lived.Site };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Console.WriteLine($"{"page",-36}{"KB",8}{"median ms",11}{"99th % ms",11}{"first ms",11}");
        var all = true;
        foreach (var (name, path) in await lived.PagesAsync())
            all &= Print(name, await MeasureAsync(client, path, () => Task.CompletedTask), MostMilliseconds);
        Console.WriteLine("the same, when something has happened in the round since the last look:");
        foreach (var (name, path) in LivedRound.PagesOfARound())
            all &= Print(name, await MeasureAsync(client, path, lived.HappenAsync), MostMilliseconds);
        Console.WriteLine("questions, of which each is solved anew:");
        foreach (var (name, path) in await lived.QuestionsAsync())
            Print(name, await MeasureAsync(client, path, () => Task.CompletedTask), double.PositiveInfinity);
        Console.WriteLine(all ? "all pages are within 50 KB and 50 ms" : "not all pages are within 50 KB and 50 ms");
        return all ? 0 : 1;
    }

    private static bool Print(string name, Measured measured, double most)
    {
        var within = measured.Bytes < MostBytes && measured.Late < most;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36}{measured.Bytes / 1000.0,8:F1}{measured.Median,11:F2}{measured.Late,11:F2}{measured.First,11:F1}{(within ? "" : "  too much")}"));
        return within;
    }

    private static async Task<Measured> MeasureAsync(HttpClient client, string path, Func<Task> happens)
    {
        var (bytes, first) = await AskAsync(client, path);
        var (milliseconds, began) = (new List<double>(), Stopwatch.GetTimestamp());
        for (var request = -WarmUp; request < Requests && (milliseconds.Count < FewestRequests || Stopwatch.GetElapsedTime(began) < MostTime); request++)
        {
            await happens();
            (bytes, var took) = await AskAsync(client, path);
            // What takes seconds needs no warming up, and there is no time for it.
            if (request >= 0 || Stopwatch.GetElapsedTime(began) > MostTime / 2) milliseconds.Add(took);
        }

        milliseconds.Sort();
        return new Measured(bytes, first, milliseconds[milliseconds.Count / 2], milliseconds[milliseconds.Count * 99 / 100]);
    }

    private static async Task<(int Bytes, double Milliseconds)> AskAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
        return (bytes, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
    }

    /// <param name="First">Of the first look since the host started, when everything is read from the disk.</param>
    private sealed record Measured(int Bytes, double First, double Median, double Late);
}
