using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Mentoring.Core.Registrations;

namespace Mentoring.Benchmarks;

/// <summary>Posts registration forms from many clients at once, each on a connection that it keeps.</summary>
/// <remarks>Requests are made ready before the watch starts and sent over bare sockets: the processor is for the server that is measured.</remarks>
internal static class FormPosts
{
    public const int Clients = 64;

    /// <summary>Posts all forms, and answers the seconds and the processor seconds that took, the client's included.</summary>
    /// <exception cref="InvalidOperationException">A form was refused.</exception>
    public static async Task<(double Seconds, double CpuSeconds)> PostAsync(Uri address, IEnumerable<FormFields> forms)
    {
        var requests = forms.Select(form => Request(address, form)).ToArray();
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await PostAsync(address, requests);
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static byte[] Request(Uri address, FormFields form)
    {
        var body = string.Join('&', form.Names.SelectMany(name => form[name].Select(value => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}")));
        return Encoding.ASCII.GetBytes(
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static async Task PostAsync(Uri address, byte[][] requests)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(address.Host, address.Port);
            var answers = new HttpAnswers(client.GetStream());
            for (int number; (number = Interlocked.Increment(ref next)) < requests.Length;)
            {
                await client.GetStream().WriteAsync(requests[number]);
                var status = await answers.NextAsync();
                if (status >= 400) throw new InvalidOperationException($"{address} answered {status}.");
            }
        })));
    }
}
