using Mentoring.Core.Registrations;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

public class RedirectOriginsTests
{
    [Theory]
    [InlineData("https://planners.example", "https://planners.example/")]
    [InlineData("https://planners.example/thanks?a=1#top", "https://planners.example/thanks?a=1#top")]
    [InlineData("HTTPS://Planners.Example/thänks", "https://planners.example/th%C3%A4nks")]
    [InlineData("http://localhost:7071/", "http://localhost:7071/")]
    public void An_address_of_an_allowed_origin_passes_in_its_ascii_form(string typed, string address)
    {
        Assert.True(RedirectOrigins.Allow(TestScheme.Small, typed, out var allowed));
        Assert.Equal(address, allowed);
    }

    [Theory]
    [InlineData("http://planners.example/")]
    [InlineData("https://planners.example:444/")]
    [InlineData("https://planners.example.evil.example/")]
    [InlineData("https://evil.example/https://planners.example/")]
    [InlineData("https://planners.example@evil.example/")]
    [InlineData("https://me@planners.example/")]
    [InlineData("https://planners.example\\@evil.example/")]
    [InlineData("https://sub.planners.example/")]
    [InlineData("//planners.example/")]
    [InlineData("/thanks")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://planners.example/\r\nSet-Cookie: a=b")]
    [InlineData("https://planners.example/ a")]
    [InlineData("")]
    public void Every_other_address_is_refused(string typed)
    {
        Assert.False(RedirectOrigins.Allow(TestScheme.Small, typed, out var allowed));
        Assert.Null(allowed);
    }

    [Fact]
    public void The_form_names_the_origins_that_are_allowed()
    {
        var form = RegistrationForm.Read(ValidFields.Mentor().With("redirect", "https://evil.example/"), TestScheme.Small, DateTimeOffset.UnixEpoch);

        var sentence = Assert.Single(Assert.IsType<FormResult.Invalid>(form).Errors["redirect"]);
        Assert.Contains("https://planners.example or http://localhost:7071", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://müller.example")]
    [InlineData("https://xn--mller-kva.example")]
    public void A_website_whose_name_has_letters_beyond_english_is_known_however_it_is_written_and_goes_into_a_header_as_browsers_write_it(string origin)
    {
        var scheme = SchemeJson.Read(json => json["redirectOrigins"] = new System.Text.Json.Nodes.JsonArray(origin));
        Assert.Equal(["https://xn--mller-kva.example"], scheme.RedirectOrigins);
        foreach (var typed in (string[])["https://müller.example/danke?a=1#b", "https://xn--mller-kva.example/danke?a=1#b"])
        {
            Assert.True(RedirectOrigins.Allow(scheme, typed, out var address));
            Assert.Equal("https://xn--mller-kva.example/danke?a=1#b", address);
        }
    }
}
