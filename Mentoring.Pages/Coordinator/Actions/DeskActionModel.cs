using Mentoring.Core.Schemes;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Coordinator.Actions;

/// <summary>Something that the coordinator is about to do: first what is needed to do it, then the question whether to do it.</summary>
/// <param name="Words">What will happen, and to whom.</param>
/// <param name="Path">Where the form posts to.</param>
/// <param name="Button">What is done, in a few words: <c>Extend the deadline</c>.</param>
/// <param name="Trouble">Why it could not be done; null where nothing went wrong.</param>
/// <param name="Confirming">Whether everything is there and only the last word is asked for.</param>
/// <param name="Back">Where to go instead.</param>
public sealed record DeskActionModel(
    Scheme Scheme,
    DeskVisit Visit,
    string Title,
    IReadOnlyList<string> Words,
    string Path,
    IReadOnlyList<DeskField> Fields,
    FormState Form,
    string Button,
    string? Trouble,
    bool Confirming,
    string Back) : DeskModel<DeskActionPage>(Scheme, Visit)
{
    /// <summary>Name of the field that holds the last word.</summary>
    public const string Confirm = "confirm";
}
