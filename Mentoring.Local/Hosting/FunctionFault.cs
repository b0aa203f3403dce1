namespace Mentoring.Local.Hosting;

/// <summary>An exception that a function let out.</summary>
public sealed record FunctionFault(DateTimeOffset At, string Function, Exception Exception);
