using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Mentoring.Local.Storage;
using Microsoft.Data.Sqlite;

namespace Mentoring.Benchmarks;

/// <summary>The least that a durable endpoint does: Kestrel reads a body and writes it as one row, in a transaction of its own, to a SQLite file like the scheme's.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly Lock writing = new();

    private BareEndpoint(WebApplication app, string file, Uri address)
    {
        (this.app, Address) = (app, address);
        SqliteLibrary.Load();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE forms (number INTEGER PRIMARY KEY, body TEXT NOT NULL)";
        create.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO forms (body) VALUES ($body)";
        insert.Parameters.Add(new SqliteParameter("$body", SqliteType.Text));
        insert.Prepare();
    }

    public Uri Address { get; }

    public static async Task<BareEndpoint> StartAsync(string file)
    {
        var port = FreePort();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        var bare = new BareEndpoint(app, file, new Uri($"http://localhost:{port}/"));
        app.Run(bare.TakeAsync);
        await app.StartAsync();
        return bare;
    }

    /// <summary>A port on loopback that nobody listens on at present.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public long Rows()
    {
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM forms";
        return (long)count.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        lock (writing)
        {
            insert.Parameters[0].Value = body;
            insert.ExecuteNonQuery();
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}
