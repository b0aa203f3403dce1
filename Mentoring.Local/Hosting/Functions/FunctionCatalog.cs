using System.Reflection;
using Mentoring.Local.Hosting.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>The functions of an assembly, found by their attributes as a Functions host finds them.</summary>
internal static class FunctionCatalog
{
    /// <summary>All functions by name in ordinal order.</summary>
    /// <param name="settings">Gives the value of <c>%NAME%</c> in schedules and queue names.</param>
    /// <exception cref="FunctionDeclarationException">Names every function that can't be hosted and why.</exception>
    public static IReadOnlyList<FunctionEntry> Find(IEnumerable<Type> types, IConfiguration settings)
    {
        var faults = new List<string>();
        var found = new SortedDictionary<string, FunctionEntry>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute) continue;
            try
            {
                if (!names.Add(attribute.Name)) throw new FunctionDeclarationException($"Function {attribute.Name} is declared twice.");
                found.Add(attribute.Name, Read(attribute.Name, method, settings));
            }
            catch (FunctionDeclarationException fault)
            {
                faults.Add(fault.Message);
            }
        }

        return faults.Count == 0 ? [.. found.Values] : throw new FunctionDeclarationException(string.Join(Environment.NewLine, faults));
    }

    private static FunctionEntry Read(string name, MethodInfo method, IConfiguration settings)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (parameter, attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(each => each.attribute is not null)
            .ToArray();
        if (triggers is not [var (triggered, attribute)]) throw new FunctionDeclarationException($"Function {name} has {triggers.Length} triggers; it must have one.");
        try
        {
            return new FunctionEntry(name, method, triggered, ReadTrigger(name, attribute!, settings));
        }
        catch (FormatException fault)
        {
            throw new FunctionDeclarationException($"Function {name}: {fault.Message}");
        }
    }

    private static Trigger ReadTrigger(string name, TriggerBindingAttribute attribute, IConfiguration settings) => attribute switch
    {
        HttpTriggerAttribute http => new Trigger.Http(http.Route ?? name, http.Methods ?? [], http.AuthLevel),
        TimerTriggerAttribute timer => new Trigger.Timer(NcrontabSchedule.Parse(Resolve(timer.Schedule, settings)), timer.RunOnStartup, timer.UseMonitor),
        ServiceBusTriggerAttribute { QueueName: { } queue } => new Trigger.Queue(Resolve(queue, settings)),
        OrchestrationTriggerAttribute => new Trigger.Orchestration(),
        ActivityTriggerAttribute => new Trigger.Activity(),
        _ => throw new FunctionDeclarationException($"Function {name}: the local host has no {attribute.GetType().Name}."),
    };

    private static string Resolve(string text, IConfiguration settings)
    {
        if (text is not ['%', .. var key, '%']) return text;
        return settings[key] ?? throw new FormatException($"setting {key} is missing.");
    }
}
