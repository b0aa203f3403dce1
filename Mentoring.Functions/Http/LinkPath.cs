namespace Mentoring.Functions.Http;

/// <summary>How the paths of a person's pages go on: with the token of a link and, behind a tilde, what of theirs the page shows where the link was sent for something else.</summary>
public static class LinkPath
{
    private const char Mark = '~';

    /// <param name="path">What stands in a page's path; its token alone opens the page as well.</param>
    /// <param name="subject">Id of the offer, partnership or review form.</param>
    public static string Of(string path, string subject) => TokenOf(path) + Mark + subject;

    public static string TokenOf(string path) => path.Split(Mark)[0];

    /// <summary>Path of the person's own page.</summary>
    public static string OwnPage(string path) => "/registrations/" + TokenOf(path);

    /// <summary>Null where the path names nothing, so that the link shows what it was sent for.</summary>
    internal static string? SubjectOf(string path) => path.Split(Mark, 2) is [_, var subject] ? subject : null;
}
