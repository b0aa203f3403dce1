using Mentoring.Functions.Http;

namespace Mentoring.Tests.Http;

public class JsonBodyTests
{
    [Fact]
    public async Task Texts_numbers_booleans_and_lists_of_them_are_fields()
    {
        var read = Posted.Fields(await Posted.As("application/vnd.form+json; charset=utf-8", """{ "name": "Zoë", "capacity": 2, "privacy": true, "commitment": false, "seeks": ["b", "a"], "reasons": null, "none": [] }"""));

        Assert.True(read.Json);
        Assert.Equal("Zoë", read.Form.First("name"));
        Assert.Equal("2", read.Form.First("capacity"));
        Assert.Equal("yes", read.Form.First("privacy"));
        Assert.Equal("no", read.Form.First("commitment"));
        Assert.Equal(["b", "a"], read.Form["seeks"]);
        Assert.Equal(["capacity", "commitment", "name", "privacy", "seeks"], read.Form.Names);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() =>
        Assert.Equal("b", (await Posted.Fields(Posted.Json, "\uFEFF{\"a\":\"b\"}")).First("a"));

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\":\"b\",}")]
    [InlineData("{\"a\":\"b\"} x")]
    [InlineData("{'a':'b'}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("// nothing")]
    [InlineData("[\"a\"]")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    [InlineData("   ")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":\"a\"}")]
    [InlineData("{\"a\":\"1\",\"a\":\"2\"}")]
    [InlineData("{\"a\":\"1\",\"\\u0061\":\"2\"}")]
    public async Task What_is_not_one_object_with_each_name_once_is_malformed(string body) =>
        Posted.AssertRefused(await Posted.As(Posted.Json, body), 400, "malformed-json");

    [Fact]
    public async Task Endless_depth_is_malformed() =>
        Posted.AssertRefused(await Posted.As(Posted.Json, "{\"a\":" + new string('[', 30_000)), 400, "malformed-json");

    [Fact]
    public async Task Wrong_types_are_named_field_by_field()
    {
        var result = await Posted.As(Posted.Json, """{ "name": { "first": "Ann" }, "email": "ann@example.org", "seeks": ["a", ["b"]], "offers": [null] }""");

        Posted.AssertRefused(result, 422, "invalid-fields");
        var errors = Assert.IsType<BodyResult.Refused>(result).Problem.Errors!;
        Assert.Equal(["name", "seeks", "offers"], errors.Keys);
        Assert.Contains("must be a text, a number", errors["name"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_values_are_refused()
    {
        Posted.AssertRefused(await Posted.As(Posted.Json, "{\"seeks\":[" + string.Join(',', Enumerable.Repeat("\"a\"", 10_000)) + "]}"), 400, "too-many-fields");
        Posted.AssertRefused(await Posted.As(Posted.Json, "{" + string.Join(',', Enumerable.Range(0, 4000).Select(n => $"\"{n}\":null")) + "}"), 400, "too-many-fields");
    }

    [Fact]
    public async Task Bytes_that_are_not_utf_8_are_refused() =>
        Posted.AssertRefused(await Posted.As(Posted.Json, [.. "{\"a\":\""u8, 0xE9, .. "\"}"u8]), 400, "not-utf8");
}
