using Mentoring.Functions.Shell;
using System.Text;

namespace Mentoring.Tests.Registrations;

/// <summary>When registration is open, to the last instant.</summary>
public sealed class RegistrationWindowTests : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

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

    [Theory]
    [Trait("Requirement", "RE8")]
    [InlineData("2024-09-30T11:00:00Z", "Your form reached us after the deadline", "The next window opens at")]
    [InlineData("2024-09-03T12:00:00Z", "Your form reached us while no window is open", "Registration opens at")]
    public async Task Whoever_sends_a_form_outside_the_window_is_told_that_it_was_not_taken_also_where_the_next_round_is_known(string moment, string refused, string opens)
    {
        await _office.OpenRoundAsync();
        await _office.CreateRoundAsync("2025", "2025-09-04T00:00", "2025-09-30T12:00");
        _office.Clock.Now = Office.Utc(moment);

        var reply = await _office.RegisterAsync(ValidFields.Mentee(), Posts.Page);

        Assert.Equal(410, reply.Status);
        Assert.All([refused, "nothing of it was kept", opens, "mentoring@planners.example"], said => Assert.Contains(said, reply.Body, StringComparison.Ordinal));
        await _office.AssertEmptyAsync();
    }

    [Fact]
    public async Task Without_any_round_registration_is_closed()
    {
        (await _office.RegisterAsync(ValidFields.Mentor())).AssertProblem(410, "registration-closed");
        await _office.AssertEmptyAsync();
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
