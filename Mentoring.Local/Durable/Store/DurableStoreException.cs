namespace Mentoring.Local.Durable;

/// <summary>The engine's file cannot be used; the message says why and what was left alone.</summary>
public sealed class DurableStoreException(string message, Exception? inner = null) : Exception(message, inner);
