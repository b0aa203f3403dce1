using System.Net;
using System.Text;
using Mentoring.Benchmarks;

namespace Mentoring.Tests.Browser;

/// <summary>An association's own website, at an origin of its own: a page into which the form's snippet was pasted, and a page that thanks.</summary>
internal sealed class AssociationWebsite : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _answering;

    public AssociationWebsite()
    {
        Origin = $"http://localhost:{BareEndpoint.FreePort()}";
        _listener.Prefixes.Add(Origin + "/");
        _listener.Start();
        _answering = AnswerAsync();
    }

    public string Origin { get; }

    /// <summary>What stands on the page.</summary>
    public string Snippet { get; set; } = "";

    public string Form => Origin + "/mentoring";

    public string Thanks => Origin + "/thank-you";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _answering;
        _listener.Close();
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var main = context.Request.Url!.AbsolutePath == "/thank-you" ? "<h1>Thank you from the association</h1>" : "<h1>Become a mentor or a mentee</h1>" + Snippet;
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"en\"><title>The association</title><main>{main}</main></html>"));
                context.Response.Close();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
            {
                return;
            }
        }
    }
}
