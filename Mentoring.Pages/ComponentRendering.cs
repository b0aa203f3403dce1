using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Mentoring.Pages;

/// <summary>Renders a component to a string. A renderer keeps every component it has shown, so each document gets one of its own.</summary>
internal sealed class ComponentRendering(ILoggerFactory logs)
{
    public string Render(Type component, object model) => Render(component, nameof(Page<>.Model), model);

    public string Render(Type component, string parameter, object value)
    {
        using var renderer = new HtmlRenderer(NoServices.Instance, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value });
        // Nothing in a page or mail waits, so the task is finished when it is handed over.
        return renderer.Dispatcher
            .InvokeAsync(async () => (await renderer.RenderComponentAsync(component, parameters)).ToHtmlString())
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>No component asks for a service. What a host registers for components of its own is partly scoped, and the renderer would ask for that where there is no scope.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
