namespace Mentoring.Pages.Layout;

/// <summary>Typed text as paragraphs of lines: an empty line begins a new paragraph.</summary>
internal static class Paragraphs
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(string text)
    {
        var paragraphs = new List<IReadOnlyList<string>>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.Trim());
            }
            else if (lines.Count > 0)
            {
                paragraphs.Add(lines);
                lines = [];
            }
        }

        return paragraphs;
    }
}
