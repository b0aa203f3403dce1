using System.Globalization;
using System.Net;
using System.Text;
using Mentoring.Local.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Local.LocalPages;

/// <summary>Shows what the mailbox holds, newest last: as JSON, or as a page where the client asks for HTML.</summary>
internal static class MailPage
{
    private const int OnOnePage = 200;

    // Mails are shown as their text: their HTML part could carry anything.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes, SqliteMailbox mailbox) => routes.MapGet("/local/mail", http =>
    {
        var to = Asked(http, "to");
        var after = Asked(http, "after");
        http.Response.Headers.CacheControl = "no-store";
        return http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? ShowAsync(http, mailbox.Read(to, after, OnOnePage), to)
            : http.Response.WriteAsJsonAsync(mailbox.Read(to, after).Select(Item), http.RequestAborted);
    });

    private static string? Asked(HttpContext http, string name) =>
        http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    private static object Item(ReceivedMail mail) => new
    {
        id = mail.Mail.Id,
        sentAt = SentAt(mail),
        to = mail.Mail.To,
        subject = mail.Mail.Subject,
        template = mail.Mail.Template,
        text = mail.Mail.Text,
        html = mail.Mail.Html,
        links = mail.Links,
        attachments = mail.Mail.Attachments.Select(attachment => attachment.Name),
    };

    private static string SentAt(ReceivedMail mail) => mail.SentAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static Task ShowAsync(HttpContext http, IReadOnlyList<ReceivedMail> mails, string? to)
    {
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title>
            <style>body{"{"}font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem{"}"}article{"{"}border-top:1px solid;padding:1rem 0{"}"}pre{"{"}white-space:pre-wrap;font:inherit{"}"}</style></head>
            <body>
            <h1>Mailbox</h1>
            <p>Every mail of this host lies here, newest last. None left the machine.</p>
            <form method="get" action="/local/mail"><label for="to">To</label> <input id="to" name="to" type="email" value="{Encode(to ?? "")}"> <button>Show</button></form>

            """);
        foreach (var mail in mails)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <article id="{Encode(mail.Mail.Id)}">
                <h2>{Encode(mail.Mail.Subject)}</h2>
                <p>To {Encode(mail.Mail.ToName)} ({Encode(mail.Mail.To)}), {SentAt(mail)}, {Encode(mail.Mail.Template)}</p>
                <pre>{Encode(mail.Mail.Text)}</pre>

                """);
            if (mail.Links.Count > 0) page.Append("<ul>").AppendJoin("", mail.Links.Select(Link)).AppendLine("</ul>");
            page.AppendLine("</article>");
        }

        if (mails.Count == OnOnePage) page.Append(CultureInfo.InvariantCulture, $"""<p><a href="/local/mail?{Next(to, mails[^1].Mail.Id)}">Later mails</a></p>""");
        page.AppendLine("</body>").AppendLine("</html>");
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    }

    private static string Link(string address) => $"""<li><a href="{Encode(address)}" rel="noreferrer">{Encode(address)}</a></li>""";

    private static string Next(string? to, string after) =>
        Encode((to is null ? "" : $"to={Uri.EscapeDataString(to)}&") + $"after={Uri.EscapeDataString(after)}");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
