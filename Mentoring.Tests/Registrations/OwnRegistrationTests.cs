using Mentoring.Core;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Schemes;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Registrations;

public sealed class OwnRegistrationTests : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    [Trait("Requirement", "B12")]
    public async Task Opening_the_page_shows_what_was_registered_and_changes_nothing()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Both("Priya <b>Nair</b>", "priya@university.example"));
        var events = await _office.EventsAsync();

        var page = await ShowAsync(token);
        var json = await ShowAsync(token, "application/json");

        Assert.Equal(200, page.Status);
        Assert.Contains("Priya &lt;b&gt;Nair&lt;/b&gt;", page.Body, StringComparison.Ordinal);
        Assert.Contains("noon on Monday 30 September 2024", page.Body, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl.ToString());
        Assert.Equal("both", json.Json.GetProperty("fields").GetProperty("role")[0].GetString());
        Assert.Equal("received", json.Json.GetProperty("standings")[0].GetProperty("state").GetString());
        Assert.Equal(events, await _office.EventsAsync());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../../etc/passwd")]
    public async Task Unknown_and_malformed_tokens_get_the_same_answer(string token)
    {
        await _office.OpenRoundAsync();
        var reply = await ShowAsync(token, "application/json");
        reply.AssertProblem(404, "unknown-link");
    }

    [Fact]
    public async Task What_was_registered_may_be_changed_until_the_deadline()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Mentee());
        var changed = ValidFields.Mentee(email: "TOM.hughes@university.example").With("jobTitle", "Director");
        _office.Clock.Now = Office.Utc("2024-09-30T10:59:59.999Z");

        var saved = await AmendAsync(token, changed);
        var again = await AmendAsync(token, changed);
        _office.Clock.Now = Office.Utc("2024-09-30T11:00:00Z");
        var late = await AmendAsync(token, changed.With("jobTitle", "Vice-Chancellor"));

        Assert.Equal((303, $"/registrations/{token}?done=amended"), (saved.Status, saved.Location));
        Assert.Equal(saved.Status, again.Status);
        Assert.Equal(410, late.Status);
        Assert.Equal([MailTemplates.RegistrationAmended, MailTemplates.RegistrationReceived], await _office.TemplatesAsync());
        Assert.Contains("Director", Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_cannot_become_another_persons()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Mentee());

        var page = await AmendAsync(token, ValidFields.Mentee(email: "somebody@else.example").With("jobTitle", "<script>x</script>"));

        Assert.Equal(422, page.Status);
        Assert.Contains("Your address cannot be changed here", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Single(await _office.MailsAsync());
    }

    [Fact]
    public async Task Whom_somebody_named_as_never_to_be_paired_with_stays_named_through_an_amendment()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Mentee().With("exclude", "boss@university.example"));

        await AmendAsync(token, ValidFields.Mentee().With("jobTitle", "Director").With("exclude", "", "other@university.example"));

        var active = (Registration.Active)Stages.Registrations.Of(Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind)));
        Assert.Equal(2, active.Entry.Exclude.Count);
        Assert.Contains("You have named 2 people already", (await ShowAsync(token)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_once_and_the_person_may_come_back_in_time()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Both());

        var first = await ChooseAsync(desk => (request, waker) => desk.WithdrawAsync(request, token, waker, default), Posts.Button());
        var second = await ChooseAsync(desk => (request, waker) => desk.WithdrawAsync(request, token, waker, default), Posts.Button());
        var shown = await ShowAsync(token, "application/json");
        _office.Clock.Now += TimeSpan.FromHours(1);
        await AmendAsync(token, ValidFields.Both());

        Assert.Equal((303, 303), (first.Status, second.Status));
        Assert.Equal("withdrawn", shown.Json.GetProperty("state").GetString());
        Assert.Equal([MailTemplates.RegistrationReceived, MailTemplates.RegistrationReceived, MailTemplates.RegistrationWithdrawn], await _office.TemplatesAsync());
    }

    [Fact]
    public async Task A_button_on_a_foreign_page_does_nothing()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Mentor());
        var foreign = Posts.Button();
        foreign.Request.Headers["Sec-Fetch-Site"] = "cross-site";

        var reply = await ChooseAsync(desk => (request, waker) => desk.WithdrawAsync(request, token, waker, default), foreign);

        Assert.Equal(403, reply.Status);
        Assert.Single(await _office.MailsAsync());
    }

    [Fact]
    [Trait("Requirement", "RA12")]
    public async Task A_mentee_says_whether_to_stay_leaves_the_list_and_a_mentor_pauses_and_comes_back()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Both());

        Assert.Equal(303, (await ChooseAsync(desk => (request, waker) => desk.StayAsync(request, token, waker, default), Posts.Button(("nextRound", "yes")))).Status);
        Assert.Equal(422, (await ChooseAsync(desk => (request, waker) => desk.StayAsync(request, token, waker, default), Posts.Button(("nextRound", "perhaps")))).Status);
        Assert.True(Assert.IsType<MenteeStanding.Waiting>(await MenteeAsync()).History.StaysForNextRound);

        await ChooseAsync(desk => (request, waker) => desk.PauseAsync(request, token, waker, default), Posts.Button());
        Assert.IsType<MentorPlaces.Resting>(await MentorAsync());
        await ChooseAsync(desk => (request, waker) => desk.RejoinAsync(request, token, waker, default), Posts.Button(("role", "mentor")));
        Assert.IsType<MentorPlaces.Available>(await MentorAsync());

        await ChooseAsync(desk => (request, waker) => desk.LeaveAsync(request, token, waker, default), Posts.Button());
        Assert.IsType<MenteeStanding.Finished>(await MenteeAsync());
        Assert.Equal(409, (await ChooseAsync(desk => (request, waker) => desk.StayAsync(request, token, waker, default), Posts.Button(("nextRound", "yes")))).Status);
    }

    [Fact]
    public async Task An_old_link_leads_into_the_round_to_which_the_person_was_carried_over()
    {
        await _office.OpenRoundAsync();
        var token = await _office.JoinAsync(ValidFields.Mentee());
        await _office.CreateRoundAsync("2025", "2025-09-04T00:00", "2025-09-30T12:00");
        var old = Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind));
        var entry = ((Registration.Active)Stages.Registrations.Of(old)).Entry;
        await _office.DoAsync("2025", new Request.ToRegistration("carried", new Registration.Command.Bring(entry, _office.Clock.Now)));
        await _office.DoAsync("2025", new Request.ToMentee("carried", new MenteeStanding.Command.Recall(_office.Clock.Now, 1, [])));
        await _office.DoAsync(Office.Round, new Request.ToMentee(old.Key.Id, new MenteeStanding.Command.Carry(new Forward("2025", "carried"))));

        var shown = await ShowAsync(token, "application/json");
        await ChooseAsync(desk => (request, waker) => desk.WithdrawAsync(request, token, waker, default), Posts.Button());

        Assert.Equal(("2025", "carried"), (shown.Json.GetProperty("roundId").GetString(), shown.Json.GetProperty("registrationId").GetString()));
        Assert.IsType<Registration.Withdrawn>(await _office.Get<LedgerReader>().StateAsync(Stages.Registrations, "2025", "carried", default));
    }

    [Fact]
    public async Task The_form_page_follows_the_window()
    {
        Assert.Equal(410, (await FormAsync()).Status);
        await _office.OpenRoundAsync();

        _office.Clock.Now = Office.Utc("2024-09-01T00:00:00Z");
        var before = await FormAsync();
        _office.Clock.Now = Office.Utc("2024-09-10T00:00:00Z");
        var open = await FormAsync();
        var other = await FormAsync();
        _office.Clock.Now = Office.Utc("2024-09-30T11:00:00Z");
        var after = await FormAsync();

        Assert.Equal((200, 200, 410), (before.Status, open.Status, after.Status));
        Assert.Contains("Registration is not open yet", before.Body, StringComparison.Ordinal);
        Assert.Contains("action=\"/api/registrations\"", open.Body, StringComparison.Ordinal);
        Assert.NotEqual(open.Body, other.Body);
        Assert.Contains(TestScheme.Small.Contact.Email, after.Body, StringComparison.Ordinal);
        Assert.Contains("junk folder", (await _office.SendAsync(Posts.Get(), _ => _office.Get<RegistrationPages>().ThanksAsync(default))).Body, StringComparison.Ordinal);
    }

    private Task<Reply> FormAsync() => _office.SendAsync(Posts.Get(), _ => _office.Get<RegistrationPages>().FormAsync(default));

    private Task<Reply> ShowAsync(string token, string accept = Posts.Page) =>
        _office.SendAsync(Posts.Get(accept), request => _office.Get<AmendmentDesk>().ShowAsync(request, token, default));

    private Task<Reply> AmendAsync(string token, FormFields fields) =>
        _office.SendAsync(Posts.Form(fields), request => _office.Get<AmendmentDesk>().AmendAsync(request, token, _office.Waker, default));

    private Task<Reply> ChooseAsync(Func<ChoicesDesk, Func<HttpRequest, IWaker, Task<IResult>>> choice, DefaultHttpContext button) =>
        _office.SendAsync(button, request => choice(_office.Get<ChoicesDesk>())(request, _office.Waker));

    private async Task<MenteeStanding> MenteeAsync() => Stages.Mentees.Of(Assert.Single(await _office.RowsAsync(Stages.Mentees.Kind)));

    private async Task<MentorPlaces> MentorAsync() => Stages.Mentors.Of(Assert.Single(await _office.RowsAsync(Stages.Mentors.Kind)));
}
