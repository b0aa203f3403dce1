namespace Mentoring.Pages;

/// <summary>Paths that pages and mails link to, apart from those with a token, which models carry.</summary>
public static class Paths
{
    public const string Stylesheet = "/site.css";

    /// <summary>Optional help in the registration form, here and on the association's website.</summary>
    public const string FormScript = "/form.js";

    /// <summary>Our own page with the registration form.</summary>
    public const string Register = "/register";

    /// <summary>The form to paste into another website.</summary>
    public const string Snippet = "/register/snippet";

    /// <summary>Where every registration form posts to.</summary>
    public const string Registrations = "/api/registrations";

    public const string Scheme = "/scheme";
    public const string Coordinator = "/coordinator";
    public const string Journal = "/coordinator/journal";

    public static string Document(string code) => "/documents/" + Uri.EscapeDataString(code);

    public static string Round(string id) => "/coordinator/rounds/" + Uri.EscapeDataString(id);
}
