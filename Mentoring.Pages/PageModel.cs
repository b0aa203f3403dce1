using Mentoring.Core.Schemes;
using Microsoft.AspNetCore.Components;

namespace Mentoring.Pages;

/// <summary>What a page shows. Each model names its page, so that no page is ever given another's model.</summary>
public abstract record PageModel(Scheme Scheme)
{
    internal abstract Type Page { get; }
}

/// <inheritdoc/>
public abstract record PageModel<TPage>(Scheme Scheme) : PageModel(Scheme)
    where TPage : IComponent
{
    internal sealed override Type Page => typeof(TPage);
}
