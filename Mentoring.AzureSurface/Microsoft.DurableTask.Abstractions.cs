// Microsoft.DurableTask.Abstractions 1.25.0. What carries data or only forwards does so here too, since the local
// engine derives from these classes with either build.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Mentoring.AzureSurface;
using Microsoft.DurableTask.Abstractions;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask
{
    public abstract class TaskOrchestrationContext
    {
        private ILoggerFactory? _replaySafeLoggerFactory;

        public abstract TaskName Name { get; }

        public abstract string InstanceId { get; }

        public abstract ParentOrchestrationInstance? Parent { get; }

        public abstract DateTime CurrentUtcDateTime { get; }

        public abstract bool IsReplaying { get; }

        public virtual string Version => string.Empty;

        public virtual IReadOnlyDictionary<string, object?> Properties { get; } = new Dictionary<string, object?>();

        public virtual ILoggerFactory ReplaySafeLoggerFactory => _replaySafeLoggerFactory ??= new SilentWhileReplaying(this);

        protected abstract ILoggerFactory LoggerFactory { get; }

        public abstract T? GetInput<T>();

        public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
            CallActivityAsync<object>(name, input, options);

        public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

        public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
            CallActivityAsync<TResult>(name, null, options);

        public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

        public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
            CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

        public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

        public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

        public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
            WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

        public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
        {
            // The timer comes first, because it takes an action id and replay compares those; Cancel and never
            // CancelAsync, which would leave the orchestrator's thread.
            using var timer = new CancellationTokenSource();
            var elapsed = CreateTimer(timeout, timer.Token);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var raised = WaitForExternalEvent<T>(eventName, wait.Token);

            var loser = await Task.WhenAny(elapsed, raised) == raised ? timer : wait;
            loser.Cancel();
            return await raised;
        }

        public abstract void SendEvent(string instanceId, string eventName, object payload);

        public abstract void SetCustomStatus(object? customStatus);

        public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

        public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
            CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

        public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
            CallSubOrchestratorAsync(orchestratorName, null, options);

        public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
            CallSubOrchestratorAsync<object>(orchestratorName, input, options);

        public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

        public virtual void ContinueAsNew(ContinueAsNewOptions options) =>
            ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);

        public abstract Guid NewGuid();

        public virtual ILogger CreateReplaySafeLogger(string categoryName) => ReplaySafeLoggerFactory.CreateLogger(categoryName);

        public virtual ILogger CreateReplaySafeLogger(Type type) => ReplaySafeLoggerFactory.CreateLogger(type);

        public virtual ILogger CreateReplaySafeLogger<T>() => ReplaySafeLoggerFactory.CreateLogger<T>();

        public virtual int CompareVersionTo(string version) => TaskOrchestrationVersioningUtils.CompareVersions(Version, version);

        private sealed class SilentWhileReplaying(TaskOrchestrationContext context) : ILoggerFactory
        {
            public ILogger CreateLogger(string categoryName) => new Logger(context, context.LoggerFactory.CreateLogger(categoryName));

            public void AddProvider(ILoggerProvider provider) => throw Surface.Absent();

            public void Dispose()
            {
            }
        }

        private sealed class Logger(TaskOrchestrationContext context, ILogger inner) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => inner.BeginScope(state);

            public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (!context.IsReplaying) inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }

    public class ContinueAsNewOptions
    {
        public object? NewInput { get; set; }

        public bool PreserveUnprocessedEvents { get; set; } = true;

        public string? NewVersion { get; set; }
    }

    public record ParentOrchestrationInstance(TaskName Name, string InstanceId);

    public readonly struct TaskName(string name) : IEquatable<TaskName>
    {
        public string Name { get; } = name;

        public static implicit operator string(TaskName value) => value.Name;

        public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

        public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

        public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

        public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

        public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

        public override string ToString() => Name;
    }

    public readonly struct TaskVersion(string? version) : IEquatable<TaskVersion>
    {
        public static readonly TaskVersion Unversioned;

        private readonly string? _version = string.IsNullOrEmpty(version) || !string.IsNullOrWhiteSpace(version)
            ? version
            : throw new ArgumentException("A version is empty or has a visible character.", nameof(version));

        public string Version => _version ?? string.Empty;

        public static implicit operator string(TaskVersion value) => value.Version;

        public static implicit operator TaskVersion(string? value) => new(value);

        public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

        public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

        public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

        public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
    }

    public record TaskOptions
    {
        public TaskOptions(TaskRetryOptions? retry)
            : this(retry, null)
        {
        }

        public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
        {
            Retry = retry;
            Tags = tags;
        }

        public TaskOptions(TaskOptions options)
        {
            Retry = options.Retry;
            Tags = options.Tags;
            Version = options.Version;
        }

        public TaskRetryOptions? Retry { get; init; }

        public IDictionary<string, string>? Tags { get; init; }

        public TaskVersion? Version { get; init; }

        public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

        public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

        public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

        public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
    }

    public record SubOrchestrationOptions : TaskOptions
    {
        public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
            : base(retry) => InstanceId = instanceId;

        public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
            : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

        public SubOrchestrationOptions(SubOrchestrationOptions options)
            : base(options) => InstanceId = options.InstanceId;

        public string? InstanceId { get; init; }

        public new TaskVersion? Version
        {
            get => base.Version;
            init => base.Version = value;
        }
    }

    public record StartOrchestrationOptions
    {
        public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
        {
            this.InstanceId = InstanceId;
            this.StartAt = StartAt;
        }

        public StartOrchestrationOptions(StartOrchestrationOptions options)
        {
            InstanceId = options.InstanceId;
            StartAt = options.StartAt;
            Tags = options.Tags;
            Version = options.Version;
            DedupeStatuses = options.DedupeStatuses;
        }

        public string? InstanceId { get; init; }

        public DateTimeOffset? StartAt { get; init; }

        public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

        public TaskVersion? Version { get; init; }

        public IReadOnlyList<string>? DedupeStatuses { get; init; }
    }

    public sealed class TaskRetryOptions
    {
        public TaskRetryOptions(RetryPolicy policy) => Policy = policy;

        public TaskRetryOptions(AsyncRetryHandler handler) => Handler = handler;

        public RetryPolicy? Policy { get; }

        public AsyncRetryHandler? Handler { get; }

        public static implicit operator TaskRetryOptions(RetryPolicy policy) => new(policy);

        public static implicit operator TaskRetryOptions(AsyncRetryHandler handler) => new(handler);

        public static implicit operator TaskRetryOptions(RetryHandler handler) => FromRetryHandler(handler);

        public static TaskRetryOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

        public static TaskRetryOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

        public static TaskRetryOptions FromRetryHandler(RetryHandler handler) => new(context => Task.FromResult(handler(context)));
    }

    public class RetryPolicy
    {
        public RetryPolicy(
            int maxNumberOfAttempts,
            TimeSpan firstRetryInterval,
            double backoffCoefficient = 1.0,
            TimeSpan? maxRetryInterval = null,
            TimeSpan? retryTimeout = null)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
            ThrowIfShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
            ThrowIfShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));
            MaxNumberOfAttempts = maxNumberOfAttempts;
            FirstRetryInterval = firstRetryInterval;
            BackoffCoefficient = backoffCoefficient;
            MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
            RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
        }

        public int MaxNumberOfAttempts { get; }

        public TimeSpan FirstRetryInterval { get; }

        public double BackoffCoefficient { get; }

        public TimeSpan MaxRetryInterval { get; }

        public TimeSpan RetryTimeout { get; }

        public Func<Exception, bool> Handle { get; private init; } = _ => true;

        public Func<TaskFailureDetails, bool> HandleFailure
        {
            init => Handle = exception => exception is TaskFailedException failed
                ? value(failed.FailureDetails)
                : throw new InvalidOperationException("A retry policy judges a failed task only.");
        }

        private static void ThrowIfShorter(TimeSpan? span, TimeSpan least, string parameter)
        {
            if (span < least && span != Timeout.InfiniteTimeSpan)
                throw new ArgumentOutOfRangeException(parameter, span, "At least the first retry interval.");
        }
    }

    public delegate bool RetryHandler(RetryContext retryContext);

    public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

    public record RetryContext(
        TaskOrchestrationContext OrchestrationContext,
        int LastAttemptNumber,
        TaskFailureDetails LastFailure,
        TimeSpan TotalRetryTime,
        CancellationToken CancellationToken);

    public sealed class TaskFailedException : Exception
    {
        public TaskFailedException(string taskName, int taskId, Exception innerException)
            : this(taskName, taskId, TaskFailureDetails.FromException(innerException), innerException)
        {
        }

        public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
            : this(taskName, taskId, failureDetails, null)
        {
        }

        private TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails, Exception? innerException)
            : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails.ErrorMessage}", innerException)
        {
            TaskName = taskName;
            TaskId = taskId;
            FailureDetails = failureDetails;
        }

        public string TaskName { get; }

        public int TaskId { get; }

        public TaskFailureDetails FailureDetails { get; }
    }

    public record TaskFailureDetails(
        string ErrorType,
        string ErrorMessage,
        string? StackTrace,
        TaskFailureDetails? InnerFailure,
        IDictionary<string, object?>? Properties)
    {
        public override string ToString() => $"{ErrorType}: {ErrorMessage}";

        public bool IsCausedBy<T>()
            where T : Exception => IsCausedBy(typeof(T));

        public bool IsCausedBy(Type targetBaseExceptionType)
        {
            if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
                throw new ArgumentException($"{targetBaseExceptionType} is no exception type.", nameof(targetBaseExceptionType));
            if (string.IsNullOrEmpty(ErrorType)) return false;

            var type = Type.GetType(ErrorType, throwOnError: false)
                ?? targetBaseExceptionType.Assembly.GetType(ErrorType, throwOnError: false)
                ?? AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ErrorType, throwOnError: false)).FirstOrDefault(found => found is not null);
            return type is not null && targetBaseExceptionType.IsAssignableFrom(type);
        }

        public static TaskFailureDetails FromException(Exception exception) => new(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            exception.InnerException is { } inner ? FromException(inner) : null,
            null);
    }

    public abstract class DataConverter
    {
        [return: NotNullIfNotNull("value")]
        public abstract string? Serialize(object? value);

        [return: NotNullIfNotNull("data")]
        public abstract object? Deserialize(string? data, Type targetType);

        [return: NotNullIfNotNull("data")]
        public virtual T? Deserialize<T>(string? data) => (T?)(Deserialize(data, typeof(T)) ?? default(T));
    }

    public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
        where T : notnull
    {
        public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default);

        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var page in AsPages().WithCancellation(cancellationToken))
                foreach (var value in page.Values)
                    yield return value;
        }
    }

    public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
        where T : notnull
    {
        public IReadOnlyList<T> Values { get; } = values;

        public string? ContinuationToken { get; } = continuationToken;
    }
}

namespace Microsoft.DurableTask.Abstractions
{
    public static class TaskOrchestrationVersioningUtils
    {
        public static int CompareVersions(string sourceVersion, string otherVersion)
        {
            var (hasSource, hasOther) = (!string.IsNullOrWhiteSpace(sourceVersion), !string.IsNullOrWhiteSpace(otherVersion));
            if (!hasSource || !hasOther) return hasSource.CompareTo(hasOther);
            return Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other)
                ? source.CompareTo(other)
                : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
        }
    }
}

namespace Microsoft.DurableTask.Converters
{
    public class JsonDataConverter(JsonSerializerOptions? options = null) : DataConverter
    {
        private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

        private readonly JsonSerializerOptions _options = options ?? WithFields;

        public static JsonDataConverter Default { get; } = new();

        public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, _options);

        public override object? Deserialize(string? data, Type targetType) =>
            data is null ? null : JsonSerializer.Deserialize(data, targetType, _options);
    }
}

namespace Microsoft.DurableTask.Internal
{
    public interface IOrchestrationSubmitter
    {
        Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName,
            object? input = null,
            StartOrchestrationOptions? options = null,
            CancellationToken cancellation = default);
    }
}
