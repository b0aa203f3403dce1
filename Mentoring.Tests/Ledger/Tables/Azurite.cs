using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>Azurite's table service in a process of its own, by <c>eng/azurite.sh</c>.</summary>
public sealed class Azurite : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    // Azurite's well-known account; it opens nothing else.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Process? process;

    public TableServiceClient Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var port = FreePort();
        process = Process.Start(new ProcessStartInfo("bash", [Repository.At("eng", "azurite.sh"), port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(port))
        {
            Assert.False(process.HasExited, "Azurite did not start.");
            Assert.True(waited.Elapsed < LongestStart, "Azurite does not answer.");
            await Task.Delay(100);
        }

        Service = new TableServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/devstoreaccount1;");
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
