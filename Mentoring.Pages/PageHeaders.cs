namespace Mentoring.Pages;

/// <summary>Headers that every page is sent with.</summary>
public static class PageHeaders
{
    /// <summary>Pages need our stylesheet and our forms, and nothing else from anywhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
}
