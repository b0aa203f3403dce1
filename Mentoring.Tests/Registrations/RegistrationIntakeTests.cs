using Mentoring.Core;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Registrations;

public sealed class RegistrationIntakeTests : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    [Trait("Requirement", "RE12")]
    public async Task A_registration_is_kept_and_acknowledged_by_a_mail_written_with_it()
    {
        await _office.OpenRoundAsync();

        var reply = await _office.RegisterAsync(ValidFields.Both());

        Assert.Equal(StatusCodes.Status201Created, reply.Status);
        Assert.Equal(Office.Round, reply.Json.GetProperty("roundId").GetString());
        var row = Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind));
        Assert.Equal(row.Key.Id, reply.Json.GetProperty("registrationId").GetString());
        var mail = Assert.Single(await _office.MailsAsync());
        Assert.Equal((MailTemplates.RegistrationReceived, row.Key.Id), (mail.Draft.Template, mail.Draft.To));
        Assert.Equal($"{Office.Round}/{mail.Draft.Key}", Assert.Single(_office.Queue.Sent));
    }

    [Fact]
    public async Task A_browser_goes_to_our_thanks_or_back_to_the_website_and_nowhere_else()
    {
        await _office.OpenRoundAsync();

        var ours = await _office.RegisterAsync(ValidFields.Mentor(), Posts.Page);
        var back = await _office.RegisterAsync(ValidFields.Mentee().With("redirect", "https://planners.example/thanks?a=1"), Posts.Page);
        var away = await _office.RegisterAsync(ValidFields.Both().With("redirect", "https://planners.example.evil.example/"), Posts.Page);

        Assert.Equal((303, "/register/thanks"), (ours.Status, ours.Location));
        Assert.Equal((303, "https://planners.example/thanks?a=1"), (back.Status, back.Location));
        Assert.Equal((422, ""), (away.Status, away.Location));
        Assert.DoesNotContain("evil", away.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await _office.RowsAsync(Stages.Registrations.Kind)).Count);
    }

    [Fact]
    [Trait("Requirement", "RE1")]
    public async Task Another_grade_is_refused_with_the_reason_and_nothing_is_kept()
    {
        await _office.OpenRoundAsync();
        var form = ValidFields.Mentor().With("membershipGrade", "Student");

        var problem = await _office.RegisterAsync(form);
        var page = await _office.RegisterAsync(form, Posts.Page);

        problem.AssertProblem(403, "not-eligible");
        Assert.Contains("GOLD", problem.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(403, page.Status);
        Assert.Contains("open to members of these grades: GOLD", page.Body, StringComparison.Ordinal);
        await _office.AssertEmptyAsync();
    }

    [Fact]
    public async Task A_robot_in_the_trap_sees_success_and_leaves_nothing()
    {
        await _office.OpenRoundAsync();
        var form = ValidFields.Mentor().With("website", "https://spam.example");

        var json = await _office.RegisterAsync(form);
        var page = await _office.RegisterAsync(form.With("redirect", "https://planners.example/ok"), Posts.Page);

        Assert.Equal((201, Office.Round), (json.Status, json.Json.GetProperty("roundId").GetString()));
        Assert.Equal((303, "https://planners.example/ok"), (page.Status, page.Location));
        await _office.AssertEmptyAsync();
    }

    [Fact]
    public async Task A_faulty_form_comes_back_with_what_is_wrong_and_all_that_was_typed()
    {
        await _office.OpenRoundAsync();
        var form = ValidFields.Mentee().With("name", "<script>alert(1)</script>").With("biography", "Kept </textarea><script>alert(2)</script>").Without("objectives")
            .With("submissionId", "s-9").With("redirect", "https://planners.example/ok");

        var page = await _office.RegisterAsync(form, Posts.Page);
        var problem = await _office.RegisterAsync(form);

        Assert.Equal(422, page.Status);
        Assert.Contains("error-summary", page.Body, StringComparison.Ordinal);
        Assert.Contains("Enter the objectives that you set for yourself.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"s-9\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"https://planners.example/ok\"", page.Body, StringComparison.Ordinal);
        // Once it is right the browser is sent back to the website, which the page's policy must let it follow.
        Assert.Contains("form-action 'self' https://planners.example;", page.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        problem.AssertProblem(422, "invalid-fields");
        Assert.True(problem.Json.GetProperty("errors").TryGetProperty("objectives", out _));
        await _office.AssertEmptyAsync();
    }

    [Theory]
    [InlineData("application/json", "{\"name\":", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{\"name\":{}}", 422)]
    [InlineData("text/plain", "name=a", 415)]
    [InlineData("application/x-www-form-urlencoded", "", 400)]
    public async Task A_body_that_cannot_be_read_is_a_problem_document(string contentType, string body, int status)
    {
        await _office.OpenRoundAsync();

        var reply = await _office.RegisterAsync(Posts.Body(contentType, body, "application/json"));

        Assert.Equal((status, "application/problem+json"), (reply.Status, reply.Headers.ContentType.ToString()));
        await _office.AssertEmptyAsync();
    }

    [Fact]
    public async Task A_body_over_64_KiB_is_too_large()
    {
        await _office.OpenRoundAsync();

        var reply = await _office.RegisterAsync(ValidFields.Mentor().With("biography", new string('a', 70_000)));

        reply.AssertProblem(413, "body-too-large");
    }

    [Theory]
    [InlineData("https://planners.example", "https://planners.example")]
    [InlineData("https://planners.example.evil.example", "")]
    [InlineData("https://PLANNERS.example", "")]
    [InlineData("null", "")]
    public async Task Only_scripts_of_the_association_may_read_the_answer(string origin, string allowed)
    {
        await _office.OpenRoundAsync();
        var posted = Posts.Form(ValidFields.Mentor(), "application/json");
        posted.Request.Headers.Origin = origin;

        var reply = await _office.RegisterAsync(posted);

        Assert.Equal(201, reply.Status);
        Assert.Equal((allowed, "Origin"), (reply.Headers.AccessControlAllowOrigin.ToString(), reply.Headers.Vary.ToString()));
    }
}
