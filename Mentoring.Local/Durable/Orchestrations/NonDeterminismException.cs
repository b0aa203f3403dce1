namespace Mentoring.Local.Durable;

/// <summary>Today's code does not do what history says it did.</summary>
public sealed class NonDeterminismException(string message) : InvalidOperationException(
    $"{message} Orchestrator code must do the same in every replay: was it changed while this instance was running?");
