namespace Mentoring.Pages.Coordinator;

/// <param name="Reasons">The coordinator's version.</param>
public sealed record UnmatchedRow(string Name, string Role, IReadOnlyList<string> Reasons);
