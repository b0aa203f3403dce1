using System.Net.Http.Headers;
using System.Text;

namespace Mentoring.Tests.Http;

/// <summary>Bodies that no endpoint may act upon.</summary>
internal static class HostileBodies
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    public static IReadOnlyDictionary<string, Func<HttpContent>> All { get; } = new Dictionary<string, Func<HttpContent>>
    {
        ["half a JSON object"] = () => Text("{\"answer\": \"acc", Json),
        ["a JSON list"] = () => Text("[1, 2]", Json),
        ["a JSON text"] = () => Text("\"accept\"", Json),
        ["JSON null"] = () => Text("null", Json),
        ["JSON within JSON"] = () => Text("{\"answer\": {\"accept\": true}}", Json),
        ["JSON too deep"] = () => Text(new string('[', 5000), Json),
        ["half a character in JSON"] = () => Text("{\"answer\": \"\\ud800\"}", Json),
        ["JSON that is not UTF-8"] = () => Bytes([.. "{\"name\": \""u8, 0xC3, 0x28, .. "\"}"u8], Json),
        ["a form that is not UTF-8"] = () => Text("name=%C3%28", Form),
        ["a broken escape"] = () => Text("name=100%", Form),
        ["ten thousand repeated fields"] = () => Text(string.Join('&', Enumerable.Repeat("a=1", 10_000)), Form),
        ["a field of the form as often as there is room for it"] = () => Text(string.Join('&', Enumerable.Repeat("seeks=x", 8000)), Form),
        ["ten thousand fields in parts"] = () => Parts(10_000),
        ["ten thousand JSON values"] = () => Text("{\"seeks\": [" + string.Join(',', Enumerable.Repeat("1", 10_000)) + "]}", Json),
        ["too large"] = () => Text("biography=" + new string('x', 70_000), Form),
        ["too large, in chunks"] = () => new ChunkedContent(Form, "biography=" + new string('x', 70_000)),
        ["endless, in chunks"] = () => new ChunkedContent(Json, new string(' ', 5_000_000)),
        ["a content type there is no reader for"] = () => Text("<answer>accept</answer>", "application/xml"),
        ["no content type"] = () => Bytes("answer=accept"u8.ToArray(), null),
        ["a content type that is none"] = () => Bytes("answer=accept"u8.ToArray(), "accept"),
        ["another charset"] = () => Bytes("answer=accept"u8.ToArray(), Form + "; charset=utf-16"),
        ["compressed"] = () => Compressed(Text("answer=accept", Form)),
        ["a multipart form without boundary"] = () => Bytes("--x\r\n"u8.ToArray(), "multipart/form-data"),
        ["half a multipart form"] = () => Bytes("--x\r\nContent-Disposition: form-data; name=\"answer\"\r\n\r\nacc"u8.ToArray(), "multipart/form-data; boundary=x"),
        ["a file"] = () => new MultipartFormDataContent { { new StringContent("data"), "upload", "virus.exe" } },
    };

    private static ByteArrayContent Parts(int number) =>
        Text(string.Concat(Enumerable.Repeat("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", number)) + "--x--\r\n", "multipart/form-data; boundary=x");

    private static ByteArrayContent Text(string text, string type) => Bytes(Encoding.UTF8.GetBytes(text), type);

    private static ByteArrayContent Bytes(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static ByteArrayContent Compressed(ByteArrayContent content)
    {
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    /// <summary>Says nothing about its length.</summary>
    private sealed class ChunkedContent : HttpContent
    {
        private readonly string text;

        public ChunkedContent(string type, string text)
        {
            this.text = text;
            Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
