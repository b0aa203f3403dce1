using System.Globalization;
using Mentoring.Local.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Local.LocalPages;

/// <summary>What the mailbox holds, newest last, as JSON; a host with a scheme shows it to browsers as pages.</summary>
internal static class MailPage
{
    public static void Map(IEndpointRouteBuilder routes, SqliteMailbox mailbox) => routes.MapGet("/local/mail", http =>
    {
        var to = Asked(http, "to");
        http.Response.Headers.CacheControl = "no-store";
        return WantsPage(http) && MailboxPages.Of(http) is { } pages
            ? pages.ListAsync(http, mailbox, to, Asked(http, "before"))
            : http.Response.WriteAsJsonAsync(mailbox.Read(to, Asked(http, "after")).Select(Item), http.RequestAborted);
    });

    private static bool WantsPage(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string? Asked(HttpContext http, string name) =>
        http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    private static object Item(ReceivedMail mail) => new
    {
        id = mail.Mail.Id,
        sentAt = mail.SentAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        to = mail.Mail.To,
        subject = mail.Mail.Subject,
        template = mail.Mail.Template,
        text = mail.Mail.Text,
        html = mail.Mail.Html,
        links = mail.Links,
        headers = mail.Mail.Headers,
        attachments = mail.Mail.Attachments.Select(attachment => attachment.Name),
    };
}
