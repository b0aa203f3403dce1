using Mentoring.Core.Schemes;
using Microsoft.AspNetCore.Components;

namespace Mentoring.Pages.Mails;

/// <summary>Base of every mail component.</summary>
public abstract class Mail<TModel> : ComponentBase
    where TModel : MailModel
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = null!;

    protected Letterhead Head => Model.Head;

    protected Scheme Scheme => Model.Head.Scheme;
}
