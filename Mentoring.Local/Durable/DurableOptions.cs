using Mentoring.Local.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Local.Durable;

/// <summary>How an engine runs. The defaults are those of the Durable Task framework.</summary>
public sealed record DurableOptions
{
    /// <summary>The SQLite file, which belongs to one running engine alone; null keeps everything in memory.</summary>
    public string? Path { get; init; }

    /// <summary>What a turn that was committed survives.</summary>
    public Durability Durability { get; init; } = Durability.Full;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public DataConverter Converter { get; init; } = JsonDataConverter.Default;

    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    public CancelledWait CancelledWaits { get; init; } = CancelledWait.EatsNextEvent;

    public MissingTarget MissingTargets { get; init; } = MissingTarget.Dropped;

    /// <summary>Replay each turn from the stored history instead of going on where the last turn stopped.</summary>
    public bool ReplayEveryTurn { get; init; }

    /// <summary>How many executions stay in memory between turns. At least 1.</summary>
    public int OpenExecutions { get; init; } = 16_384;

    /// <summary>How many activities run side by side in <see cref="DurableEngine.RunAsync"/>. At least 1.</summary>
    public int ConcurrentActivities { get; init; } = 10;

    /// <summary>
    /// How many activities, and how many turns, may share one commit: so many may run again after a crash. At least 1.
    /// The end of an activity that does not return at once is committed at once.
    /// </summary>
    public int GroupSize { get; init; } = 256;

    /// <summary>A longer wait is a chain of timers of this length.</summary>
    public TimeSpan LongestTimer { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The version of orchestrations that are started without one, and of this host's code.</summary>
    public string DefaultVersion { get; init; } = string.Empty;

    public VersionMatch VersionMatch { get; init; } = VersionMatch.None;

    public VersionFailure VersionFailure { get; init; } = VersionFailure.Reject;

    /// <summary>Called with the history of each execution that ends, before it may be cleared.</summary>
    internal Action<RecordedHistory>? Recorder { get; init; }

    /// <summary>Called before each step of the store, so that a test can stop the engine there.</summary>
    internal Action<StoreStep>? Probe { get; init; }
}
