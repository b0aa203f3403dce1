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
    public const string SignIn = "/coordinator/sign-in";
    public const string SignOut = "/coordinator/sign-out";
    public const string People = "/coordinator/people";
    public const string MailLog = "/coordinator/mail";
    public const string DeadLetters = "/coordinator/dead-letters";
    public const string Settings = "/coordinator/settings";
    public const string MatchByHand = "/coordinator/pair";
    public const string KeepApart = "/coordinator/apart";
    public const string OpenRound = "/coordinator/rounds";
    public const string Changes = "/coordinator/changes";

    public static string Document(string code) => "/documents/" + Uri.EscapeDataString(code);

    public static string SignInLink(string token) => SignIn + "/" + Uri.EscapeDataString(token);

    public static string Person(string registration) => People + "/" + Uri.EscapeDataString(registration);

    public static string Offer(string id, string action) => $"/coordinator/offers/{Uri.EscapeDataString(id)}/{action}";

    public static string Partnership(string id, string action) => $"/coordinator/partnerships/{Uri.EscapeDataString(id)}/{action}";

    public static string Address(string registration) => Person(registration) + "/address";

    public static string Membership(string registration) => Person(registration) + "/membership";

    public static string Mail(string id) => $"{MailLog}/{Uri.EscapeDataString(id)}/send";

    public static string Change(string id) => $"{Changes}/{Uri.EscapeDataString(id)}/remove";

    public static string Instance(string id) => $"/coordinator/instances/{Uri.EscapeDataString(id)}/restart";

    /// <summary>A page of a round: <c>pairs</c>, <c>waiting</c>, <c>upload</c> and so on.</summary>
    public static string Round(string id, string page) => $"{Round(id)}/{page}";

    public static string Round(string id) => "/coordinator/rounds/" + Uri.EscapeDataString(id);
}
