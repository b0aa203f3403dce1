using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Registrations;

/// <summary>How far the import of a file has come, or what came of it.</summary>
/// <param name="Path">Of this page.</param>
/// <param name="Done">Rows that were worked on.</param>
/// <param name="Taken">Those of them that are in.</param>
/// <param name="IsWatched">Whether the page keeps itself up to date.</param>
/// <param name="Refused">Rows that could not be taken, up to as many as a page holds.</param>
/// <param name="MoreRefused">How many there are beyond those.</param>
public sealed record ImportModel(
    Scheme Scheme, DeskVisit Visit, string Round, string Path, int Done, int All, int Taken, bool IsRunning, bool IsWatched, IReadOnlyList<FaultRow> Refused, int MoreRefused) : DeskModel<ImportPage>(Scheme, Visit);
