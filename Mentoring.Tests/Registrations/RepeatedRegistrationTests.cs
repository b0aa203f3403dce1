using Mentoring.Core;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Tests.Registrations;

/// <summary>The same form again, the same person again: one registration, and an answer that does not tell who was there before.</summary>
public sealed class RepeatedRegistrationTests : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

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
    public async Task A_second_click_after_the_deadline_gives_the_same_answer_also_where_the_next_round_is_known()
    {
        await _office.OpenRoundAsync();
        await _office.CreateRoundAsync("2025", "2025-09-04T00:00", "2025-09-30T12:00");
        var form = ValidFields.Mentee().With("submissionId", "s-1");
        var first = await _office.RegisterAsync(form);
        _office.Clock.Now = Office.Utc("2024-09-30T11:00:00Z");

        var late = await _office.RegisterAsync(form);

        Assert.Equal((first.Status, first.Body), (late.Status, late.Body));
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

    [Fact]
    public async Task Two_tabs_that_register_one_person_at_once_make_one_registration()
    {
        await _office.OpenRoundAsync();

        await Task.WhenAll(Enumerable.Range(1, 12).Select(tab =>
            Task.Run(() => _office.RegisterAsync(ValidFields.Mentee().With("submissionId", $"s-{tab}").With("reasons", $"Tab {tab}")))));

        var row = Assert.Single(await _office.RowsAsync(Stages.Registrations.Kind));
        Assert.Equal(12, Assert.IsType<Registration.Active>(Stages.Registrations.Of(row)).Revision);
    }
}
