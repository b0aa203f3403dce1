using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Local.Mail;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Local.LocalPages;

/// <summary>The mailbox for people: a list, newest first, and each mail as its two parts.</summary>
internal sealed class MailboxPages(Scheme scheme, PageRenderer pages)
{
    private const int OnOnePage = 75;

    /// <summary>Mails bring their own styles and nothing else: no script, no pictures from anywhere, and links open outside the frame.</summary>
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Null where the host has no scheme.</summary>
    public static MailboxPages? Of(HttpContext http) =>
        http.RequestServices.GetService<Scheme>() is { } scheme && http.RequestServices.GetService<PageRenderer>() is { } pages ? new MailboxPages(scheme, pages) : null;

    public static void Map(IEndpointRouteBuilder routes, Func<SqliteMailbox> mailbox)
    {
        routes.MapGet("/local/mail/{id}", (HttpContext http, string id) => Of(http)!.OneAsync(http, mailbox(), id));
        routes.MapGet("/local/mail/{id}/html", (HttpContext http, string id) => HtmlAsync(http, mailbox(), id));
    }

    /// <param name="before">Id of a mail: only older ones are listed.</param>
    public Task ListAsync(HttpContext http, SqliteMailbox mailbox, string? to, string? before)
    {
        var mails = mailbox.ReadLatest(to, before, OnOnePage + 1);
        var older = mails.Count > OnOnePage ? $"{LocalPaths.Mailbox}{QueryString.Create("before", mails[OnOnePage - 1].Mail.Id).Add("to", to ?? "")}" : null;
        return WriteAsync(http, new MailboxModel(scheme, to, [.. mails.Take(OnOnePage).Select(Row)], older));
    }

    private Task OneAsync(HttpContext http, SqliteMailbox mailbox, string id)
    {
        if (mailbox.Find(id) is not { } mail)
            return new ProblemResult(Unknown).ExecuteAsync(http);
        return WriteAsync(http, new MailboxMailModel(
            scheme, Row(mail), mail.Mail.Text, [.. mail.Links.Select(link => new Uri(link))], [.. mail.Mail.Attachments.Select(attachment => attachment.Name)]));
    }

    private static Task HtmlAsync(HttpContext http, SqliteMailbox mailbox, string id)
    {
        if (mailbox.Find(id) is not { } mail)
            return new ProblemResult(Unknown).ExecuteAsync(http);
        SecurityHeaders.Apply(http.Response);
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = MailPolicy;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(mail.Mail.Html, http.RequestAborted);
    }

    private static Problem Unknown => new(StatusCodes.Status404NotFound, "unknown-mail", "There is no such mail.");

    private MailboxRow Row(ReceivedMail mail) => new(mail.Mail.Id, LocalInstant.At(mail.SentAt, scheme.TimeZone), mail.Mail.To, mail.Mail.Subject, mail.Mail.Template);

    private Task WriteAsync(HttpContext http, PageModel model)
    {
        SecurityHeaders.Apply(http.Response);
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(pages.Render(model), http.RequestAborted);
    }
}
