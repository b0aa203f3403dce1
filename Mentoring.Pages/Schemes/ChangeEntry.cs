using Mentoring.Core.Time;

namespace Mentoring.Pages.Schemes;

/// <summary>Something that was changed in the scheme because of its evaluation.</summary>
public sealed record ChangeEntry(string Id, LocalInstant At, string What, string Because);
