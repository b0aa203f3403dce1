using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>A method compiled once in a process, so that a call costs no reflection.</summary>
internal sealed class FunctionBody
{
    private static readonly ConcurrentDictionary<MethodInfo, FunctionBody> Compiled = new();

    private readonly ObjectFactory? factory;
    private readonly Func<object?, object?[], object?> call;
    private readonly Func<object?, Task<object?>> complete;

    private FunctionBody(MethodInfo method)
    {
        factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        call = Compile(method);
        complete = Completion(method.ReturnType);
    }

    public static FunctionBody Of(MethodInfo method) => Compiled.GetOrAdd(method, static each => new FunctionBody(each));

    /// <summary>A new instance of the method's class with its services; null for a static method.</summary>
    public object? Create(IServiceProvider services) => factory?.Invoke(services, null);

    public Task<object?> Run(object? instance, object?[] arguments) => complete(call(instance, arguments));

    private static Func<object?, object?[], object?> Compile(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var passed = method.GetParameters().Select((parameter, index) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));
        Expression body = Expression.Call(method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!), method, passed);
        body = method.ReturnType == typeof(void) ? Expression.Block(body, Expression.Constant(null)) : Expression.Convert(body, typeof(object));
        return Expression.Lambda<Func<object?, object?[], object?>>(body, instance, arguments).Compile();
    }

    private static Func<object?, Task<object?>> Completion(Type type)
    {
        if (type == typeof(Task)) return static value => Finish((Task)value!);
        if (type == typeof(ValueTask)) return static value => Finish(((ValueTask)value!).AsTask());
        if (!type.IsGenericType) return Task.FromResult;
        var kind = type.GetGenericTypeDefinition();
        if (kind != typeof(Task<>) && kind != typeof(ValueTask<>)) return Task.FromResult;
        var finish = kind == typeof(Task<>) ? nameof(FinishTask) : nameof(FinishValueTask);
        return typeof(FunctionBody).GetMethod(finish, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object?, Task<object?>>>();
    }

    private static async Task<object?> Finish(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> FinishTask<T>(object? task) => await (Task<T>)task!;

    private static async Task<object?> FinishValueTask<T>(object? task) => await (ValueTask<T>)task!;
}
