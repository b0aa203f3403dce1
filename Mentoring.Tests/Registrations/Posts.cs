using System.Text;
using Mentoring.Core.Registrations;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Registrations;

/// <summary>Requests as browsers and programs send them.</summary>
internal static class Posts
{
    public const string Page = "text/html";

    public static DefaultHttpContext Form(FormFields fields, string? accept = Page) => Body(
        "application/x-www-form-urlencoded",
        string.Join('&', fields.Names.SelectMany(name => fields[name].Select(value => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}"))),
        accept);

    public static DefaultHttpContext Button(params (string Name, string Value)[] values) =>
        Form(new FormFields(values.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))));

    public static DefaultHttpContext Body(string contentType, string body, string? accept) => Body(contentType, new MemoryStream(Encoding.UTF8.GetBytes(body)), accept);

    public static DefaultHttpContext Body(string contentType, Stream body, string? accept)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = contentType;
        context.Request.ContentLength = body.Length;
        context.Request.Body = body;
        context.Request.Headers.Accept = accept;
        return context;
    }

    public static DefaultHttpContext Get(string? accept = Page, string path = "/")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        context.Request.Headers.Accept = accept;
        return context;
    }
}
