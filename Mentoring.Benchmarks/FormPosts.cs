using System.Diagnostics;
using Mentoring.Core.Registrations;

namespace Mentoring.Benchmarks;

/// <summary>Posts registration forms from many clients at once, each on a connection that it keeps.</summary>
internal static class FormPosts
{
    public const int Clients = 64;

    /// <summary>Posts all forms, and answers how many a second were answered after the first ones, and what processor time each took, the client's included.</summary>
    /// <exception cref="InvalidOperationException">A form was refused.</exception>
    public static async Task<(double PerSecond, double CpuMicroseconds)> MeasureAsync(Uri address, IReadOnlyList<FormFields> forms, int warmUp)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Clients };
        using var client = new HttpClient(handler);
        await PostAsync(client, address, [.. forms.Take(warmUp)]);
        var timed = forms.Skip(warmUp).ToArray();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await PostAsync(client, address, timed);
        return (timed.Length / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / timed.Length);
    }

    private static async Task PostAsync(HttpClient client, Uri address, FormFields[] forms)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) < forms.Length;)
            {
                var fields = forms[number];
                using var content = new FormUrlEncodedContent(fields.Names.SelectMany(name => fields[name].Select(value => KeyValuePair.Create(name, value))));
                using var answer = await client.PostAsync(address, content);
                if ((int)answer.StatusCode >= 400) throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
            }
        })));
    }
}
