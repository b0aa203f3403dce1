namespace Mentoring.Pages;

/// <summary>A person as another may see them. Contact details only after an introduction.</summary>
/// <param name="Objectives">A mentee's own; shown to their mentor.</param>
public sealed record PersonCard(
    string Name,
    string JobTitle,
    string Institution,
    string? Biography = null,
    string? Email = null,
    string? Objectives = null);
