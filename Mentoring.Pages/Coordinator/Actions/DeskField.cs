using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Coordinator.Actions;

/// <summary>A field of an action's form.</summary>
/// <param name="Options">What may be chosen; null for words.</param>
/// <param name="Type">Of the input, such as <c>datetime-local</c>; <c>words</c> for several lines.</param>
public sealed record DeskField(string Name, string Label, string Hint = "", IReadOnlyList<Choice>? Options = null, string Type = "text", bool Optional = false)
{
    /// <summary>A value as people say it: in the words of its label, a date in words.</summary>
    public string Shown(string value) => Type == "datetime-local" && SchemeReader.TryLocal(value, out var wall)
        ? LocalInstant.WordsOf(wall)
        : Options?.FirstOrDefault(option => option.Value == value)?.Label ?? value;
}
