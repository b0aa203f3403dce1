using System.Text;
using Mentoring.Core;
using Mentoring.Core.Registrations;
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
    public async Task A_second_click_gives_the_same_answer_and_changes_nothing_even_after_the_deadline()
    {
        await _office.OpenRoundAsync();
        var form = ValidFields.Mentee().With("submissionId", "s-1");
        var first = await _office.RegisterAsync(form);
        var events = await _office.EventsAsync();

        var second = await _office.RegisterAsync(form);
        _office.Clock.Now = Office.Utc("2024-09-30T11:00:00Z");
        var late = await _office.RegisterAsync(form);

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal((first.Status, first.Body), (late.Status, late.Body));
        Assert.Equal(events, await _office.EventsAsync());
        Assert.Single(await _office.MailsAsync());
    }

    [Fact]
    public async Task The_same_submission_with_other_content_is_a_conflict()
    {
        await _office.OpenRoundAsync();
        await _office.RegisterAsync(ValidFields.Mentee().With("submissionId", "s-1"));

        var other = await _office.RegisterAsync(ValidFields.Mentee().With("submissionId", "s-1").With("jobTitle", "Director"));

        other.AssertProblem(409, "submission-conflict");
        Assert.DoesNotContain("Director", Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_in_another_spelling_amends_and_is_not_told_so()
    {
        await _office.OpenRoundAsync();
        var first = await _office.RegisterAsync(ValidFields.Mentee(email: "tom.hughes@university.example").With("submissionId", "s-1"));
        _office.Clock.Now += TimeSpan.FromDays(3);

        var second = await _office.RegisterAsync(ValidFields.Mentee(email: " Tom.Hughes@UNIVERSITY.example").With("submissionId", "s-2").With("jobTitle", "Director"));
        var stranger = await _office.RegisterAsync(ValidFields.Mentee("Ann Other").With("submissionId", "s-3"));

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal(2, (await _office.RowsAsync(Stages.Registrations.Kind)).Count);
        Assert.Equal([MailTemplates.RegistrationAmended, MailTemplates.RegistrationReceived, MailTemplates.RegistrationReceived], await _office.TemplatesAsync());
        // The time in an id is the round's: it does not tell who was there before.
        Assert.Equal(TimeIn(second), TimeIn(stranger));

        static string TimeIn(Reply reply) => reply.Json.GetProperty("registrationId").GetString()![..12];
    }

    [Fact]
    public async Task The_same_words_in_another_submission_are_no_amendment()
    {
        await _office.OpenRoundAsync();
        await _office.RegisterAsync(ValidFields.Both().With("submissionId", "s-1"));
        var events = await _office.EventsAsync();
        _office.Clock.Now += TimeSpan.FromMinutes(5);

        var again = await _office.RegisterAsync(ValidFields.Both().With("submissionId", "s-2"));

        Assert.Equal(201, again.Status);
        Assert.Equal(events, await _office.EventsAsync());
        Assert.Single(await _office.MailsAsync());
    }

    [Fact]
    public async Task Whoever_withdrew_may_send_the_same_form_again_before_the_deadline()
    {
        await _office.OpenRoundAsync();
        var first = await _office.RegisterAsync(ValidFields.Mentee());
        var id = first.Json.GetProperty("registrationId").GetString()!;
        await _office.DoAsync(Office.Round, new Request.ToRegistration(id, new Registration.Command.Withdraw()));

        await _office.RegisterAsync(ValidFields.Mentee());

        Assert.IsType<Registration.Active>(await _office.Get<LedgerReader>().StateAsync(Stages.Registrations, Office.Round, id, default));
    }

    [Theory]
    [Trait("Requirement", "RE7")]
    [Trait("Requirement", "RE8")]
    [Trait("Requirement", "B14")]
    [InlineData("2024-09-30T12:00", "2024-09-30T11:00:00Z")]
    [InlineData("2024-03-30T12:00", "2024-03-30T12:00:00Z")]
    [InlineData("2024-03-31T12:00", "2024-03-31T11:00:00Z")]
    [InlineData("2024-10-26T12:00", "2024-10-26T11:00:00Z")]
    [InlineData("2024-10-27T12:00", "2024-10-27T12:00:00Z")]
    [InlineData("2024-10-27T01:30", "2024-10-27T01:30:00Z")]
    public async Task A_form_is_in_time_until_the_last_instant_before_the_deadline(string deadline, string instant)
    {
        await _office.CreateRoundAsync("2024", "2024-03-01T00:00", deadline);
        _office.Clock.Now = Office.Utc(instant).AddMilliseconds(-1);
        var inTime = await _office.RegisterAsync(ValidFields.Mentor());
        _office.Clock.Now = Office.Utc(instant);

        var late = await _office.RegisterAsync(ValidFields.Mentee());

        Assert.Equal(201, inTime.Status);
        late.AssertProblem(410, "registration-closed");
        Assert.Contains("mentoring@planners.example", late.Body, StringComparison.Ordinal);
        Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind));
        Assert.Single(await _office.MailsAsync());
    }

    [Fact]
    [Trait("Requirement", "RE8")]
    public async Task What_counts_is_when_a_form_was_received_not_when_it_was_decided()
    {
        await _office.OpenRoundAsync();
        _office.Clock.Now = Office.Utc("2024-09-30T10:59:59.999Z");
        var posted = Posts.Form(ValidFields.Mentor(), "application/json");
        posted.Request.Body = new SlowBody(posted.Request.Body, () => _office.Clock.Now = Office.Utc("2024-09-30T11:00:20Z"));

        Assert.Equal(201, (await _office.RegisterAsync(posted)).Status);
    }

    [Fact]
    [Trait("Requirement", "RE8")]
    [Trait("Requirement", "RE9")]
    public async Task Mentors_and_mentees_share_one_window_and_are_told_where_to_ask()
    {
        await _office.OpenRoundAsync();
        foreach (var (moment, status) in new[] { ("2024-09-03T22:59:59.999Z", 410), ("2024-09-03T23:00:00Z", 303), ("2024-09-30T10:59:59Z", 303), ("2024-09-30T11:00:00Z", 410) })
        {
            _office.Clock.Now = Office.Utc(moment);
            foreach (var form in new[] { ValidFields.Mentor(), ValidFields.Mentee() })
            {
                var reply = await _office.RegisterAsync(form.With("jobTitle", moment.Replace(':', '.')), Posts.Page);
                Assert.Equal((moment, status), (moment, reply.Status));
                Assert.Equal(status == 410, reply.Body.Contains("mentoring@planners.example", StringComparison.Ordinal));
            }
        }
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

    [Fact]
    public async Task Without_any_round_registration_is_closed()
    {
        (await _office.RegisterAsync(ValidFields.Mentor())).AssertProblem(410, "registration-closed");
        await _office.AssertEmptyAsync();
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

    [Fact]
    public async Task Two_tabs_that_register_one_person_at_once_make_one_registration()
    {
        await _office.OpenRoundAsync();

        await Task.WhenAll(Enumerable.Range(1, 12).Select(tab =>
            Task.Run(() => _office.RegisterAsync(ValidFields.Mentee().With("submissionId", $"s-{tab}").With("reasons", $"Tab {tab}")))));

        var row = Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind));
        Assert.Equal(12, Assert.IsType<Registration.Active>(Stages.Registrations.Of(row)).Revision);
    }

    /// <summary>A body during whose reading something happens.</summary>
    private sealed class SlowBody(Stream body, Action meanwhile) : MemoryStream(Encoding.UTF8.GetBytes(new StreamReader(body).ReadToEnd()))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            meanwhile();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
