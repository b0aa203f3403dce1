using System.Collections.Concurrent;
using Mentoring.Functions.Queues;

namespace Mentoring.Tests.Registrations;

/// <summary>Remembers what was put on it; can be out of reach.</summary>
internal sealed class FakeQueue : IQueue
{
    public ConcurrentQueue<string> Sent { get; } = [];

    public bool IsDown { get; set; }

    public ValueTask SendAsync(string queue, string messageId, string body, CancellationToken cancellation)
    {
        Sent.Enqueue(body);
        return default;
    }

    public ValueTask SendAsync(string queue, string messageId, string body, DateTimeOffset notBefore, CancellationToken cancellation) => SendAsync(queue, messageId, body, cancellation);

    public ValueTask CheckAsync(CancellationToken cancellation) => IsDown ? throw new HttpRequestException("The queue does not answer.") : default;
}
