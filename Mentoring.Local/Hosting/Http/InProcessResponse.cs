using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Mentoring.Local.Hosting.Http;

/// <summary>An answer that is collected whole; it starts once the request is done.</summary>
internal sealed class InProcessResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly MemoryStream collected = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> completed = new();
    private PipeWriter? writer;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    public Stream Body
    {
        get => collected;
        set => throw new NotSupportedException("The body is replaced through IHttpResponseBodyFeature.");
    }

    public Stream Stream => collected;

    public PipeWriter Writer => writer ??= PipeWriter.Create(collected, new StreamPipeWriterOptions(leaveOpen: true));

    public void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(collected, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        if (writer is not null) await writer.FlushAsync();
    }

    /// <summary>Ends the answer and hands out its body.</summary>
    public async Task<byte[]> FinishAsync()
    {
        await CompleteAsync();
        while (starting.TryPop(out var each)) await each.Callback(each.State);
        HasStarted = true;
        while (completed.TryPop(out var each)) await each.Callback(each.State);
        return collected.ToArray();
    }

    public void Dispose() => collected.Dispose();
}
