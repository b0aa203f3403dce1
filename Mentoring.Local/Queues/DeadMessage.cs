namespace Mentoring.Local.Queues;

/// <summary>A message that was given up.</summary>
public sealed record DeadMessage(string Queue, long Sequence, string Id, string Body, int Deliveries, string Reason);
