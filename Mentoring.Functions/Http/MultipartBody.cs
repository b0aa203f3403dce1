using System.Text;
using System.Text.Unicode;
using Mentoring.Core.Registrations;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Reads <c>multipart/form-data</c>: text fields only. A box for a file that was left empty is passed over.</summary>
internal static class MultipartBody
{
    private const int LongestBoundary = 70;

    public static async Task<BodyResult> ReadAsync(ReadOnlyMemory<byte> body, MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
            return FormBody.Refuse(Malformed("The content type must name a boundary of 1 to 70 characters."));

        var pairs = new List<KeyValuePair<string, string>>();
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            var reader = new MultipartReader(boundary, stream);
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                var (pair, problem) = await FieldAsync(section);
                if (problem is null && pairs.Count == FormBody.MostValues)
                    problem = FormBody.TooMany;
                if (problem is not null)
                    return FormBody.Refuse(problem);
                if (pair is { } field)
                    pairs.Add(field);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return FormBody.Refuse(Malformed("The form's parts are damaged or incomplete."));
        }

        return new BodyResult.Fields(new FormFields(pairs), Json: false);
    }

    private static async Task<(KeyValuePair<string, string>? Field, Problem? Problem)> FieldAsync(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            return (null, Malformed("Each part of the form must name its field."));
        if (MediaTypeHeaderValue.TryParse(section.ContentType, out var type) && type.Charset.Length > 0 && !FormBody.IsUtf8(type))
            return (null, Problem.Unsupported("charset", "Only the charset utf-8 can be read."));

        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content);
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        var isFile = disposition.FileName.HasValue || disposition.FileNameStar.HasValue;
        if (isFile && content.Length > 0)
            return (null, Problem.Unsupported("files-refused", $"Files are not accepted (field {FieldReader.Shown(name)}). Send text only."));

        var bytes = content.ToArray();
        if (!Utf8.IsValid(bytes))
            return (null, FormBody.NotUtf8);
        return (isFile ? null : new(name, Encoding.UTF8.GetString(bytes)), null);
    }

    private static Problem Malformed(string detail) => Problem.Malformed("malformed-form", detail);
}
