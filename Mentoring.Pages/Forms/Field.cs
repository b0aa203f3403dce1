using Microsoft.AspNetCore.Components;

namespace Mentoring.Pages.Forms;

/// <summary>Base of every field: a label, an optional hint, and its errors, joined by ids.</summary>
public abstract class Field : ComponentBase
{
    [Parameter, EditorRequired]
    public FormState Form { get; set; } = FormState.Empty;

    /// <summary>Name of the field, and the id of its (first) control.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Hint { get; set; } = "";

    [Parameter]
    public bool Required { get; set; }

    /// <summary>Says so beside the label. Neither required nor optional is a field that only one role answers.</summary>
    [Parameter]
    public bool Optional { get; set; }

    protected string HintId => Name + "-hint";

    protected string ErrorId => Name + "-error";

    protected IReadOnlyList<string> Errors => Form.ErrorsOf(Name);

    /// <summary>Value of <c>aria-describedby</c>; null where there is nothing to point to.</summary>
    protected string? DescribedBy => (Hint.Length > 0, Errors.Count > 0) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    protected string? Invalid => Errors.Count > 0 ? "true" : null;

    protected string CssClass => Errors.Count > 0 ? "field wrong" : "field";

    /// <summary>Id of the control at a place: the first has the field's own, so that the error summary finds it.</summary>
    protected string IdAt(int place) => place == 0 ? Name : $"{Name}-{place + 1}";
}
