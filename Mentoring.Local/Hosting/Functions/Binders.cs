using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Mentoring.Local.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>Gets one argument of a call.</summary>
internal delegate object? Binder(Invocation invocation);

/// <summary>Finds out at start how each parameter gets its argument.</summary>
internal static class Binders
{
    /// <exception cref="FunctionDeclarationException">Nothing here can give the parameter an argument.</exception>
    public static Binder For(string function, ParameterInfo parameter, ParameterInfo triggered, Trigger trigger)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext)) return static invocation => invocation;
        if (type == typeof(CancellationToken)) return static invocation => invocation.CancellationToken;
        if (parameter.IsDefined(typeof(DurableClientAttribute)) && type == typeof(DurableTaskClient))
            return static invocation => invocation.InstanceServices.GetRequiredService<DurableTaskClient>();

        var binder = parameter.Position == triggered.Position ? ForTrigger(type, trigger) : ForData(parameter, trigger);
        return binder ?? throw new FunctionDeclarationException($"Function {function}: parameter {parameter.Name} of type {type.Name} can't be bound by the local host.");
    }

    private static Binder? ForTrigger(Type type, Trigger trigger) => trigger switch
    {
        Trigger.Http when type == typeof(HttpRequest) => static invocation => invocation.Http!.Request,
        Trigger.Timer when type == typeof(TimerInfo) => static invocation => invocation.Data,
        Trigger.Queue => ForMessage(type),
        Trigger.Orchestration when type == typeof(TaskOrchestrationContext) => static invocation => invocation.Data,
        Trigger.Activity => invocation => FromJson(invocation, ((Durable.ActivityCall)invocation.Data!).Input, type),
        _ => null,
    };

    private static Binder? ForData(ParameterInfo parameter, Trigger trigger)
    {
        var (name, type) = (parameter.Name!, parameter.ParameterType);
        return trigger switch
        {
            Trigger.Http http when http.Route.Contains('{' + name, StringComparison.OrdinalIgnoreCase) => FromRoute(name, type),
            Trigger.Activity when name == "instanceId" && type == typeof(string) => static invocation => ((Durable.ActivityCall)invocation.Data!).InstanceId,
            Trigger.Orchestration => FromOrchestrationInput(type),
            Trigger.Queue when type == typeof(ServiceBusMessageActions) => static invocation => new LocalMessageActions(invocation.InstanceServices.GetRequiredService<SqliteQueue>(), Message(invocation)),
            _ => null,
        };
    }

    private static Binder ForMessage(Type type)
    {
        if (type == typeof(string)) return static invocation => Message(invocation).Body;
        if (type == typeof(BinaryData)) return static invocation => BinaryData.FromString(Message(invocation).Body);
        if (type == typeof(ServiceBusReceivedMessage)) return static invocation => Received(Message(invocation));
        return invocation => JsonSerializer.Deserialize(Message(invocation).Body, type, JsonSerializerOptions.Web);
    }

    private static QueuedMessage Message(Invocation invocation) => (QueuedMessage)invocation.Data!;

    private static ServiceBusReceivedMessage Received(QueuedMessage message) => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: BinaryData.FromString(message.Body),
        messageId: message.Id,
        deliveryCount: message.Deliveries,
        lockedUntil: message.LockedUntil,
        sequenceNumber: message.Sequence,
        enqueuedTime: message.EnqueuedAt);

    private static Binder FromRoute(string name, Type type)
    {
        if (type == typeof(string)) return invocation => invocation.Http!.Request.RouteValues[name] as string;
        var converter = TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type);
        return invocation =>
        {
            if (invocation.Http!.Request.RouteValues[name] is not string text) return null;
            try
            {
                return converter.ConvertFrom(null, CultureInfo.InvariantCulture, text);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // No such thing can exist at this address.
                throw new BadHttpRequestException($"The address has no {type.Name} for {name}.", StatusCodes.Status404NotFound, fault);
            }
        };
    }

    private static Binder FromOrchestrationInput(Type type)
    {
        var read = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!.MakeGenericMethod(type);
        return invocation => read.Invoke(invocation.Data, null);
    }

    private static object? FromJson(Invocation invocation, string? json, Type type) =>
        invocation.InstanceServices.GetRequiredService<DataConverter>().Deserialize(json, type);
}
