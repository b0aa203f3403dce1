namespace Mentoring.Pages.Coordinator;

/// <summary>Something that a person must settle.</summary>
/// <param name="What">Such as <c>A mail to a mentee came back</c>.</param>
/// <param name="Why">What happened and what to do, in full sentences.</param>
/// <param name="Link">Where to look, as a path; null where there is no page for it.</param>
/// <param name="Settle">What settles it, each on a page of its own that asks first.</param>
public sealed record AttentionItem(string What, string Why, string? Link, IReadOnlyList<DeskLink>? Settle = null);
