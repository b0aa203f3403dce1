using System.Text;

namespace Mentoring.Tests.Http;

public class UrlEncodedBodyTests
{
    [Fact]
    public async Task Names_and_values_are_decoded_and_repeated_ones_kept_in_order()
    {
        var fields = await Posted.Fields(Posted.Form, "name=Zo%C3%AB+O%27Connor&seeks=b&seeks=a&empty=&bare&a%20b=c%26d&&x=1=2");

        Assert.Equal("Zoë O'Connor", fields.First("name"));
        Assert.Equal(["b", "a"], fields["seeks"]);
        Assert.Equal("", fields.First("empty"));
        Assert.Equal("", fields.First("bare"));
        Assert.Equal("c&d", fields.First("a b"));
        Assert.Equal("1=2", fields.First("x"));
    }

    [Fact]
    public async Task A_charset_of_utf_8_may_be_named() =>
        Assert.Equal("ü", (await Posted.Fields(Posted.Form + "; charset=\"UTF-8\"", "a=%C3%BC")).First("a"));

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%zz")]
    [InlineData("%+1=a")]
    [InlineData("a=%-1")]
    public async Task A_percent_sign_without_two_digits_is_malformed(string body) =>
        Posted.AssertRefused(await Posted.As(Posted.Form, body), 400, "malformed-form");

    [Theory]
    [InlineData("a=%FF")]
    [InlineData("a=%C3")]
    [InlineData("a=%ED%A0%80")]
    [InlineData("%C0%AF=a")]
    public async Task Bytes_that_are_not_utf_8_are_refused_instead_of_replaced(string body)
    {
        Posted.AssertRefused(await Posted.As(Posted.Form, body), 400, "not-utf8");
        Posted.AssertRefused(await Posted.As(Posted.Form, Encoding.Latin1.GetBytes(Uri.UnescapeDataString("a=%E9"))), 400, "not-utf8");
    }

    [Fact]
    public async Task Ten_thousand_repeated_fields_are_refused() =>
        Posted.AssertRefused(await Posted.As(Posted.Form, string.Concat(Enumerable.Repeat("seeks=&", 9000))), 400, "too-many-fields");
}
