using Mentoring.Core.Schemes;
using Microsoft.AspNetCore.Components;

namespace Mentoring.Pages.Coordinator;

/// <summary>What a page of the coordinator's desk shows.</summary>
public abstract record DeskModel<TPage>(Scheme Scheme, DeskVisit Visit) : PageModel<TPage>(Scheme)
    where TPage : IComponent;
