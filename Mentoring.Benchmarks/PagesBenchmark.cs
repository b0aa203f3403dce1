using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Mentoring.Benchmarks;

/// <summary>Every kind of page, asked for over loopback as a browser does, after a round of so many people has run: bytes before compression, and milliseconds.</summary>
internal static class PagesBenchmark
{
    private const int WarmUp = 30;
    private const int Requests = 200;
    private const int MostBytes = 50_000;
    private const double MostMilliseconds = 50;

    /// <param name="args">The number of people; 5,000 where none is given.</param>
    /// <returns>1 where a page is too heavy or too slow.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
        Console.WriteLine($"pages: {people:N0} people, the round has run and partnerships are half way; {Requests} requests each over HTTP on loopback, one after the other");
        await using var lived = await LivedRound.StartAsync(people);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = lived.Site };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Console.WriteLine($"{"page",-28}{"bytes",9}{"median ms",11}{"99th % ms",11}");
        var all = true;
        foreach (var (name, path) in await lived.PagesAsync())
            all &= Print(name, await MeasureAsync(client, path));
        Console.WriteLine(all ? "all are within 50 KB and 50 ms" : "not all are within 50 KB and 50 ms");
        return all ? 0 : 1;
    }

    private static bool Print(string name, (int Bytes, double[] Sorted) measured)
    {
        var (median, late) = (measured.Sorted[Requests / 2], measured.Sorted[Requests * 99 / 100]);
        var within = measured.Bytes < MostBytes && late < MostMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{measured.Bytes,9:N0}{median,11:F2}{late,11:F2}{(within ? "" : "  too much")}"));
        return within;
    }

    private static async Task<(int Bytes, double[] Sorted)> MeasureAsync(HttpClient client, string path)
    {
        var (bytes, milliseconds) = (0, new double[Requests]);
        for (var request = -WarmUp; request < Requests; request++)
        {
            var watch = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            if (request >= 0) milliseconds[request] = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
        }

        Array.Sort(milliseconds);
        return (bytes, milliseconds);
    }
}
