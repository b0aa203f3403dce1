namespace Mentoring.Local.Durable;

/// <summary>A status that the code has set, which may be none.</summary>
internal sealed record CustomStatus(string? Json);
