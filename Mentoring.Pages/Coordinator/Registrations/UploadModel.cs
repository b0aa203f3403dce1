using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Registrations;

/// <summary>Asks for a file of registrations.</summary>
/// <param name="Window">Whether a file is taken now, in a sentence.</param>
/// <param name="Columns">Names of the columns that every file has.</param>
/// <param name="Trouble">Why the last file could not be taken; null mostly.</param>
public sealed record UploadModel(Scheme Scheme, DeskVisit Visit, string Round, string Window, IReadOnlyList<string> Columns, int MostMebibytes, string? Trouble) : DeskModel<UploadPage>(Scheme, Visit);

/// <summary>What is in an uploaded file, before anything is imported.</summary>
/// <param name="Faults">Every fault, in the order of the file, up to as many as a page holds.</param>
/// <param name="MoreFaults">How many there are beyond those.</param>
/// <param name="New">People who are not registered in the round yet.</param>
/// <param name="Amended">People who are, and whose registration would be changed.</param>
/// <param name="Withdrawn">People who have withdrawn, and are left out.</param>
/// <param name="First">The first rows that would be imported.</param>
/// <param name="MayImport">False where there is nothing to import, or the file is not what it seems.</param>
public sealed record PreviewModel(
    Scheme Scheme, DeskVisit Visit, string Round, string Action, IReadOnlyList<FaultRow> Faults, int MoreFaults, int FaultyRows, int New, int Amended, int Withdrawn, IReadOnlyList<UploadedRow> First, bool MayImport) : DeskModel<PreviewPage>(Scheme, Visit);

public sealed record FaultRow(int Line, string Column, string Words);

public sealed record UploadedRow(int Line, string Name, string Institution, string Role);
