namespace Mentoring.Functions.Queues;

/// <summary>A message for a queue.</summary>
/// <param name="Id">The same id within the detection window is sent once.</param>
public sealed record QueueMessage(string Queue, string Id, string Body);
