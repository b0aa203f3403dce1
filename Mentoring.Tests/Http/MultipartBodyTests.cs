namespace Mentoring.Tests.Http;

public class MultipartBodyTests
{
    private const string End = "--frontier--\r\n";

    [Fact]
    public async Task Text_fields_are_read_with_their_line_breaks()
    {
        var fields = await Posted.Fields(Posted.Multipart, Posted.Part("name", "Zoë") + Posted.Part("seeks", "b") + Posted.Part("seeks", "a") + Posted.Part("biography", "One\r\nTwo") + End);

        Assert.Equal("Zoë", fields.First("name"));
        Assert.Equal(["b", "a"], fields["seeks"]);
        Assert.Equal("One\r\nTwo", fields.First("biography"));
    }

    [Theory]
    [InlineData("; filename=\"cv.pdf\"")]
    [InlineData("; filename*=utf-8''cv.pdf")]
    [InlineData("; filename=\"\"")]
    public async Task Files_are_refused(string file) =>
        Posted.AssertRefused(await Posted.As(Posted.Multipart, Posted.Part("name", "Ann") + Posted.Part("cv", "\u0001binary", file) + End), 415, "files-refused");

    [Fact]
    public async Task A_file_box_left_empty_is_passed_over() =>
        Assert.Equal(["name"], (await Posted.Fields(Posted.Multipart, Posted.Part("cv", "", "; filename=\"\"\r\nContent-Type: application/octet-stream") + Posted.Part("name", "Ann") + End)).Names);

    [Theory]
    [InlineData("--frontier\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever closed")]
    [InlineData("--frontier\r\nContent-Disposition: form-data; name=\"a\"")]
    [InlineData("--frontier\r\n\r\nno disposition\r\n--frontier--\r\n")]
    [InlineData("--frontier\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--frontier--\r\n")]
    [InlineData("--frontier\r\nno colon\r\n\r\nx\r\n--frontier--\r\n")]
    [InlineData("no boundary at all")]
    public async Task Damaged_parts_are_malformed(string body) =>
        Posted.AssertRefused(await Posted.As(Posted.Multipart, body), 400, "malformed-form");

    [Fact]
    public async Task A_boundary_must_be_named_and_short()
    {
        Posted.AssertRefused(await Posted.As("multipart/form-data", End), 400, "malformed-form");
        Posted.AssertRefused(await Posted.As("multipart/form-data; boundary=" + new string('a', 71), End), 400, "malformed-form");
    }

    [Fact]
    public async Task A_part_with_endless_headers_is_malformed() =>
        Posted.AssertRefused(await Posted.As(Posted.Multipart, Posted.Part("a", "b", string.Concat(Enumerable.Range(0, 900).Select(n => $"\r\nX-{n}: {n}"))) + End), 400, "malformed-form");

    [Fact]
    public async Task Text_that_is_not_utf_8_is_refused()
    {
        byte[] body = [.. "--frontier\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"u8, 0xE9, .. "\r\n--frontier--\r\n"u8];

        Posted.AssertRefused(await Posted.As(Posted.Multipart, body), 400, "not-utf8");
        Posted.AssertRefused(await Posted.As(Posted.Multipart, Posted.Part("a", "b", "\r\nContent-Type: text/plain; charset=iso-8859-1") + End), 415, "charset");
    }

    [Fact]
    public async Task Too_many_parts_are_refused() =>
        Posted.AssertRefused(await Posted.As(Posted.Multipart, string.Concat(Enumerable.Repeat(Posted.Part("a", ""), 900)) + End), 400, "too-many-fields");
}
