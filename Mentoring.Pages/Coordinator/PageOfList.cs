using System.Globalization;

namespace Mentoring.Pages.Coordinator;

/// <summary>Which page of a long list is shown.</summary>
/// <param name="Path">Of the list with its filter, without the page.</param>
/// <param name="Number">From 1.</param>
/// <param name="All">Entries on all pages together.</param>
/// <param name="Size">Entries on a page.</param>
public sealed record PageOfList(string Path, int Number, int All, int Size)
{
    public int Pages => Math.Max(1, (All + Size - 1) / Size);

    /// <summary>Entries before this page.</summary>
    public int Before => (Number - 1) * Size;

    /// <summary>The page that was asked for, or the nearest there is.</summary>
    /// <param name="asked">As it came; null or nonsense for the first.</param>
    public static PageOfList At(string path, string? asked, int all, int size)
    {
        var page = new PageOfList(path, 1, all, size);
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? page with { Number = Math.Clamp(number, 1, page.Pages) } : page;
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> entries) => entries.Skip(Before).Take(Size);

    public string PathOf(int page) => string.Create(CultureInfo.InvariantCulture, $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}");
}
