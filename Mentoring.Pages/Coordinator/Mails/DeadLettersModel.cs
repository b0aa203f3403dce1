using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Mails;

/// <summary>Messages that could not be worked on, again and again.</summary>
public sealed record DeadLettersModel(Scheme Scheme, DeskVisit Visit, IReadOnlyList<DeadLetterRow> Letters, PageOfList List) : DeskModel<DeadLettersPage>(Scheme, Visit);

/// <param name="SendAgain">Path of the page that asks whether to.</param>
public sealed record DeadLetterRow(string Queue, long Number, int Deliveries, string Reason, string SendAgain);
