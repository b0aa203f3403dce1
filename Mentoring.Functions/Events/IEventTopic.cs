namespace Mentoring.Functions.Events;

/// <summary>Where other systems hear what happened in the scheme.</summary>
public interface IEventTopic
{
    /// <summary>False where nobody listens: then nothing is published, and nothing is remembered as published.</summary>
    bool IsOn { get; }

    /// <summary>All of them, in order. At least once; the same <see cref="CloudEvent.Id"/> comes again only for the same event.</summary>
    ValueTask PublishAsync(IReadOnlyList<CloudEvent> events, CancellationToken cancellation);
}

/// <summary>Nobody listens.</summary>
public sealed class NoTopic : IEventTopic
{
    public bool IsOn => false;

    public ValueTask PublishAsync(IReadOnlyList<CloudEvent> events, CancellationToken cancellation) => ValueTask.CompletedTask;
}
