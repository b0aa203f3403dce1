namespace Mentoring.Pages.Coordinator;

/// <summary>The way to a page of the desk.</summary>
public sealed record DeskLink(string Label, string Path);
