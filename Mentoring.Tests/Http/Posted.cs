using System.Text;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Http;

/// <summary>Requests with a body, and what became of it.</summary>
internal static class Posted
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data; boundary=frontier";

    public static Task<BodyResult> As(string? contentType, string body) => As(contentType, Encoding.UTF8.GetBytes(body));

    public static Task<BodyResult> As(string? contentType, byte[] body) => From(new MemoryStream(body), contentType, body.Length);

    public static Task<BodyResult> From(Stream body, string? contentType, long? length)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Post;
        request.ContentType = contentType;
        request.ContentLength = length;
        request.Body = body;
        return FormBody.ReadAsync(request);
    }

    public static async Task<FormFields> Fields(string? contentType, string body) => Fields(await As(contentType, body)).Form;

    public static BodyResult.Fields Fields(BodyResult result) => Assert.IsType<BodyResult.Fields>(result);

    public static void AssertRefused(BodyResult result, int status, string code)
    {
        var problem = Assert.IsType<BodyResult.Refused>(result).Problem;
        Assert.Equal((status, code), (problem.Status, problem.Code));
        Assert.EndsWith(".", problem.Detail, StringComparison.Ordinal);
    }

    /// <summary>One part of a multipart form; <paramref name="headers"/> go on after the field's name.</summary>
    public static string Part(string name, string value, string headers = "") =>
        $"--frontier\r\nContent-Disposition: form-data; name=\"{name}\"{headers}\r\n\r\n{value}\r\n";
}
