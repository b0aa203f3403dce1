namespace Mentoring.Local.Storage;

/// <summary>A database file that this program must not touch: damaged, foreign or written by a newer version. The file is as it was.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);
