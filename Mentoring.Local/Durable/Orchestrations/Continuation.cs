namespace Mentoring.Local.Durable;

/// <summary>What the next execution begins with.</summary>
internal sealed record Continuation(string? Input, string Version);
