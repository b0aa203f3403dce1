using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.Mails;

/// <summary>Mails of a round and what became of each.</summary>
/// <param name="Chosen">State that is shown; empty for all.</param>
public sealed record MailLogModel(
    Scheme Scheme, DeskVisit Visit, IReadOnlyList<string> Rounds, string Round, IReadOnlyList<string> States, string Chosen, IReadOnlyList<MailLogRow> Mails, PageOfList List) : DeskModel<MailLogPage>(Scheme, Visit);

/// <param name="To">Null for the coordinator.</param>
/// <param name="Why">What went wrong; null mostly.</param>
/// <param name="SendAgain">Path of the page that asks whether to; null where there is no reason.</param>
public sealed record MailLogRow(string Template, DeskLink? To, string State, LocalInstant At, string? Why, string? SendAgain = null);
