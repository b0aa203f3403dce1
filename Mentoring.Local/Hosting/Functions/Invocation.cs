using System.Collections;
using System.Globalization;
using Mentoring.Local.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>One run of a function.</summary>
/// <param name="data">What the trigger brings: a <see cref="TimerInfo"/>, a message, an activity's call, an orchestration's context; null for HTTP.</param>
internal sealed class Invocation(FunctionEntry entry, long number, IServiceProvider services, object? data, HttpContext? http, CancellationToken cancellation)
    : FunctionContext
{
    private IDictionary<object, object>? items;
    private FeatureSet? features;

    public FunctionEntry Entry => entry;

    public object? Data => data;

    public HttpContext? Http => http;

    /// <summary>What the function returned.</summary>
    public object? Result { get; set; }

    public override string InvocationId => $"local-{number.ToString(CultureInfo.InvariantCulture)}";

    public override string FunctionId => entry.Description.Id;

    public override TraceContext TraceContext => Untraced.Instance;

    public override BindingContext BindingContext => new Bindings(http);

    public override RetryContext RetryContext => new Retries(data as QueuedMessage);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => entry.Description;

    public override IDictionary<object, object> Items
    {
        get => items ??= http is null ? new Dictionary<object, object>() : new Dictionary<object, object> { ["HttpRequestContext"] = http };
        set => items = value;
    }

    public override IInvocationFeatures Features => features ??= new FeatureSet();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class Untraced : TraceContext
    {
        public static readonly Untraced Instance = new();

        public override string TraceParent => "";

        public override string TraceState => "";
    }

    private sealed class Bindings(HttpContext? http) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } =
            http is null ? new Dictionary<string, object?>() : http.Request.RouteValues.ToDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private sealed class Retries(QueuedMessage? message) : RetryContext
    {
        public override int RetryCount => message is null ? 0 : message.Deliveries - 1;

        public override int MaxRetryCount => message is null ? 0 : SqliteQueue.MaxDeliveries - 1;
    }

    private sealed class FeatureSet : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> set = [];

        public void Set<T>(T instance) => set[typeof(T)] = instance!;

        public T? Get<T>() => set.TryGetValue(typeof(T), out var instance) ? (T)instance : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => set.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
