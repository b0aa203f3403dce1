namespace Mentoring.Pages.Forms;

/// <param name="Value">What the form sends.</param>
/// <param name="Hint">Said below the label; null where there is nothing to add.</param>
public sealed record Choice(string Value, string Label, string? Hint = null)
{
    public static IReadOnlyList<Choice> YesOrNo { get; } = [new("yes", "Yes"), new("no", "No")];
}
