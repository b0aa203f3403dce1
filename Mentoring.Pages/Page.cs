using Mentoring.Core.Schemes;
using Microsoft.AspNetCore.Components;

namespace Mentoring.Pages;

/// <summary>Base of every page component.</summary>
public abstract class Page<TModel> : ComponentBase
    where TModel : PageModel
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = null!;

    protected Scheme Scheme => Model.Scheme;
}
