using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Settings;

/// <summary>Every setting with its value, as the software has read it.</summary>
/// <param name="Settings">Path in <c>scheme.json</c> → value.</param>
/// <param name="Coordinators">Who may sign in.</param>
public sealed record SettingsModel(Scheme Scheme, DeskVisit Visit, IReadOnlyList<(string Path, string Value)> Settings, IReadOnlyList<string> Coordinators, string Address) : DeskModel<SettingsPage>(Scheme, Visit);
