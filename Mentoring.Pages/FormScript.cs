namespace Mentoring.Pages;

/// <summary>What helps in the registration form where scripts run, served at <see cref="Paths.FormScript"/> as <c>text/javascript; charset=utf-8</c>. The form needs none of it.</summary>
public static class FormScript
{
    public static string Text { get; } = EmbeddedText.Read("form.js");
}
