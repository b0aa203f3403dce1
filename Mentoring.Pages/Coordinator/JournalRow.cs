using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator;

/// <param name="What">Name of the event.</param>
/// <param name="Subject">Id of what it happened to.</param>
/// <param name="Detail">Ids and codes, no personal data.</param>
public sealed record JournalRow(long Number, LocalInstant At, string What, string Subject, string Detail);
