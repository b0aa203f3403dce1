using System.Text;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Http;

public class FormBodyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("text/json")]
    [InlineData("application/octet-stream")]
    public async Task Other_content_types_are_refused_naming_those_that_are_read(string? contentType)
    {
        var result = await Posted.As(contentType, "a=b");

        Posted.AssertRefused(result, 415, "content-type");
        Assert.Contains("multipart/form-data or application/json", ((BodyResult.Refused)result).Problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Posted.Form + "; charset=iso-8859-1")]
    [InlineData(Posted.Json + "; charset=utf-16")]
    [InlineData(Posted.Multipart + "; charset=utf-7")]
    public async Task Other_charsets_are_refused(string contentType) =>
        Posted.AssertRefused(await Posted.As(contentType, "a=b"), 415, "charset");

    [Theory]
    [InlineData(Posted.Form)]
    [InlineData(Posted.Json)]
    [InlineData(Posted.Multipart)]
    public async Task An_empty_body_is_refused(string contentType) =>
        Posted.AssertRefused(await Posted.As(contentType, ""), 400, "empty-body");

    [Theory]
    [InlineData(Posted.Form)]
    [InlineData(Posted.Json)]
    [InlineData(Posted.Multipart)]
    public async Task A_body_that_promises_too_much_is_refused_unread(string contentType)
    {
        var body = new CountingStream(FormBody.MostBytes + 1);

        Posted.AssertRefused(await Posted.From(body, contentType, body.Left), 413, "body-too-large");
        Assert.Equal(0, body.Given);
    }

    [Theory]
    [InlineData(Posted.Form, null)]
    [InlineData(Posted.Json, null)]
    [InlineData(Posted.Multipart, null)]
    [InlineData(Posted.Form, 65536L)]
    public async Task A_body_that_goes_on_and_on_is_read_to_the_limit_only(string contentType, long? promised)
    {
        var body = new CountingStream(10_000_000);

        Posted.AssertRefused(await Posted.From(body, contentType, promised), 413, "body-too-large");
        Assert.InRange(body.Given, 1, FormBody.MostBytes + 1);
    }

    [Fact]
    public async Task The_largest_allowed_body_is_read()
    {
        var fields = Posted.Fields(await Posted.From(new MemoryStream(Encoding.ASCII.GetBytes("a=" + new string('b', FormBody.MostBytes - 2))), Posted.Form, null));

        Assert.Equal(FormBody.MostBytes - 2, fields.Form.First("a")!.Length);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = Posted.Form;
        request.Headers.ContentEncoding = "gzip";

        Posted.AssertRefused(await FormBody.ReadAsync(request), 415, "content-encoding");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_an_answer_and_no_exception()
    {
        Posted.AssertRefused(await Posted.From(new BreakingStream(new IOException("gone")), Posted.Form, null), 400, "body-unreadable");
        Posted.AssertRefused(await Posted.From(new BreakingStream(new BadHttpRequestException("Bad chunk", 400)), Posted.Json, 10), 400, "body-unreadable");
        Posted.AssertRefused(await Posted.From(new BreakingStream(new BadHttpRequestException("Slow", 408)), Posted.Multipart, 10), 408, "body-unreadable");
        Posted.AssertRefused(await Posted.From(new BreakingStream(new BadHttpRequestException("Large", 413)), Posted.Form, null), 413, "body-too-large");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1_000_003)]
    public async Task Random_bytes_are_always_answered(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["--frontier", "\r\n", "--", "Content-Disposition: form-data; name=\"a\"", "; filename=x", "\0", "%", "%C3", "=", "&", "{", "}", "[", "\"", ":", "\"a\"", ",", "\\u", "1e9", "\uFEFF", "é", "+"];
        string[] types = [Posted.Form, Posted.Json, Posted.Multipart, "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"\r\n\""];
        for (var run = 0; run < 3000; run++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bytes = Encoding.UTF8.GetBytes(body);
            for (var change = random.Next(3); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var type = types[random.Next(types.Length)];
            var result = await Posted.As(type, bytes);
            if (result is BodyResult.Refused { Problem: var problem })
                Assert.True(problem.Status is >= 400 and < 500, $"seed {seed}, run {run}, {type}: {problem}");
        }
    }

    /// <summary>Gives so many letters and counts how many were taken.</summary>
    private sealed class CountingStream(long length) : MemoryStream
    {
        public long Left => length - Given;

        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(Math.Min(buffer.Length, 5000), Left);
            buffer.Span[..count].Fill((byte)'a');
            Given += count;
            return ValueTask.FromResult(count);
        }
    }

    private sealed class BreakingStream(Exception reason) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(reason);
    }
}
