namespace Mentoring.Pages;

/// <summary>The one stylesheet of all pages, served at <see cref="Paths.Stylesheet"/> as <c>text/css; charset=utf-8</c>.</summary>
public static class SiteStylesheet
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(SiteStylesheet).Assembly.GetManifestResourceStream("site.css")
            ?? throw new InvalidOperationException("site.css is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
