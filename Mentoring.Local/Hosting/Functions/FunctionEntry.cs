using System.Reflection;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>A function as found in the assembly.</summary>
internal sealed class FunctionEntry(string name, MethodInfo method, ParameterInfo triggered, Trigger trigger)
{
    private readonly Binder[] binders = [.. method.GetParameters().Select(parameter => Binders.For(name, parameter, triggered, trigger))];
    private readonly FunctionBody body = FunctionBody.Of(method);

    public string Name { get; } = name;

    public Trigger Trigger { get; } = trigger;

    public FunctionDescription Description { get; } = new(name, method, triggered, trigger);

    /// <summary>Makes the class, binds the parameters and runs the method; answers what it returned, null for nothing.</summary>
    public async Task<object?> InvokeAsync(Invocation invocation)
    {
        var arguments = binders.Length == 0 ? [] : new object?[binders.Length];
        for (var index = 0; index < binders.Length; index++) arguments[index] = binders[index](invocation);

        var instance = body.Create(invocation.InstanceServices);
        try
        {
            return await body.Run(instance, arguments);
        }
        finally
        {
            if (instance is IAsyncDisposable later) await later.DisposeAsync();
            else (instance as IDisposable)?.Dispose();
        }
    }
}
