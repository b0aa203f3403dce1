using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>What a function and its middleware can learn about its declaration.</summary>
internal sealed class FunctionDescription(string name, MethodInfo method, ParameterInfo triggered, Trigger trigger) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override string PathToAssembly { get; } = method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => Name;

    public override string Name { get; } = name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(triggered.Name!, new TriggerMetadata(triggered.Name!, trigger));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(string name, Trigger trigger) : BindingMetadata
    {
        public override string Name { get; } = name;

        public override string Type { get; } = trigger switch
        {
            Trigger.Http => "httpTrigger",
            Trigger.Timer => "timerTrigger",
            Trigger.Queue => "serviceBusTrigger",
            Trigger.Orchestration => "orchestrationTrigger",
            _ => "activityTrigger",
        };

        public override BindingDirection Direction => BindingDirection.In;
    }
}
