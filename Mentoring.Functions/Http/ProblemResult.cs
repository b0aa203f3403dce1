using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Http;

/// <summary>Answers with a problem document: <c>{ title, status, detail, code, errors }</c>.</summary>
public sealed class ProblemResult(Problem problem) : IResult
{
    public const string ContentType = "application/problem+json";

    public Problem Problem { get; } = problem;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.Apply(response);
        response.StatusCode = Problem.Status;
        response.ContentType = ContentType;
        var document = Document();
        response.ContentLength = document.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(document, httpContext.RequestAborted);
    }

    private byte[] Document()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("title", Problem.Title);
            writer.WriteNumber("status", Problem.Status);
            writer.WriteString("detail", Problem.Detail);
            writer.WriteString("code", Problem.Code);
            if (Problem.Errors is { } errors)
                WriteErrors(writer, errors);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyDictionary<string, IReadOnlyList<string>> errors)
    {
        writer.WriteStartObject("errors");
        foreach (var (field, sentences) in errors)
        {
            writer.WriteStartArray(field);
            foreach (var sentence in sentences)
                writer.WriteStringValue(sentence);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
