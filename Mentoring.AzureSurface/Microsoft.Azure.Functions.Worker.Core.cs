// Microsoft.Azure.Functions.Worker.Core, as Microsoft.Azure.Functions.Worker 2.52.0 brings it.
using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker
{
    public abstract class FunctionContext
    {
        public abstract string InvocationId { get; }

        public abstract string FunctionId { get; }

        public abstract TraceContext TraceContext { get; }

        public abstract BindingContext BindingContext { get; }

        public abstract RetryContext RetryContext { get; }

        public abstract IServiceProvider InstanceServices { get; set; }

        public abstract FunctionDefinition FunctionDefinition { get; }

        public abstract IDictionary<object, object> Items { get; set; }

        public abstract IInvocationFeatures Features { get; }

        public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
    }

    public abstract class TraceContext
    {
        public abstract string TraceParent { get; }

        public abstract string TraceState { get; }

        public virtual IReadOnlyDictionary<string, string> Attributes => ImmutableDictionary<string, string>.Empty;

        public virtual IReadOnlyDictionary<string, string> Baggage => ImmutableDictionary<string, string>.Empty;
    }

    public abstract class BindingContext
    {
        public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
    }

    public abstract class RetryContext
    {
        public abstract int RetryCount { get; }

        public abstract int MaxRetryCount { get; }
    }

    public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
    {
        void Set<T>(T instance);

        T? Get<T>();
    }

    public abstract class FunctionDefinition
    {
        public abstract ImmutableArray<FunctionParameter> Parameters { get; }

        public abstract string PathToAssembly { get; }

        public abstract string EntryPoint { get; }

        public abstract string Id { get; }

        public abstract string Name { get; }

        public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

        public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
    }

    public class FunctionParameter(string name, Type type)
    {
        public string Name { get; } = name;

        public Type Type { get; } = type;
    }

    public abstract class BindingMetadata
    {
        public abstract string Name { get; }

        public abstract string Type { get; }

        public abstract BindingDirection Direction { get; }
    }

    public enum BindingDirection
    {
        In = 0,
        Out = 1,
    }

    public interface IFunctionsWorkerApplicationBuilder
    {
        IServiceCollection Services { get; }

        IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
    }
}

namespace Microsoft.Azure.Functions.Worker.Middleware
{
#pragma warning disable CA1711 // The package's own name.
    public delegate Task FunctionExecutionDelegate(FunctionContext context);
#pragma warning restore CA1711

    public interface IFunctionsWorkerMiddleware
    {
        Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
    }
}

namespace Microsoft.Extensions.Hosting
{
    using Microsoft.Azure.Functions.Worker;

    public static class MiddlewareWorkerApplicationBuilderExtensions
    {
        public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this IFunctionsWorkerApplicationBuilder builder)
            where T : class, IFunctionsWorkerMiddleware
        {
            // Only joins what it is given, so that any host with a pipeline of its own runs the same middleware.
            builder.Services.AddSingleton<T>();
            return builder.Use(next => context => context.InstanceServices.GetRequiredService<T>().Invoke(context, next));
        }
    }
}
