using System.Text;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Communication;

namespace Mentoring.Tests.Mail;

public sealed class CommunicationMailerTests
{
    private static readonly OutgoingMail Mail = new(
        "offer.0192", "offer", "ann@south.example", "Ann First", "Your mentor", "Dear Ann", "<p>Dear Ann</p>", "office@scheme.example",
        [new MailAttachment("dates.ics", "text/calendar; charset=utf-8", Encoding.UTF8.GetBytes("BEGIN:VCALENDAR"))]);

    private readonly FakeEmailClient service = new();
    private readonly CommunicationMailer mailer;

    public CommunicationMailerTests() => mailer = new CommunicationMailer(service, "mentoring@mail.scheme.example", service.OperationOf);

    [Fact]
    public async Task A_mail_goes_out_under_ids_that_follow_from_its_outbox_row_and_nobody_tracks_its_links()
    {
        await mailer.SendAsync(Mail, default);

        var (operation, message) = Assert.Single(service.Taken);
        Assert.Equal(MailIds.OperationOf(Mail.Id), operation);
        Assert.Equal(operation.ToString(), mailer.ReportIdOf(Mail.Id));
        Assert.Equal($"<{operation:N}@mail.scheme.example>", message.Headers["Message-ID"]);
        Assert.Equal("true", message.Headers["x-ms-acsemail-validate-message-id"]);
        Assert.Equal("true", message.Headers["x-ms-acsemail-suppress-invalid-attachment"]);
        Assert.True(message.UserEngagementTrackingDisabled);
        Assert.Equal(("mentoring@mail.scheme.example", "Your mentor", "Dear Ann", "<p>Dear Ann</p>"), (message.SenderAddress, message.Content.Subject, message.Content.PlainText, message.Content.Html));
        Assert.Equal(("ann@south.example", "Ann First"), (Assert.Single(message.Recipients.To).Address, message.Recipients.To[0].DisplayName));
        Assert.Equal("office@scheme.example", Assert.Single(message.ReplyTo).Address);
        Assert.Equal(("dates.ics", "text/calendar", "BEGIN:VCALENDAR"), (message.Attachments[0].Name, message.Attachments[0].ContentType, message.Attachments[0].Content.ToString()));
    }

    [Fact]
    public void Ids_are_those_of_the_standard()
    {
        var id = MailIds.OperationOf("a");
        Assert.Equal(5, id.Version);
        Assert.Equal(id, MailIds.OperationOf("a"));
        Assert.NotEqual(id, MailIds.OperationOf("b"));
    }

    [Fact]
    public async Task The_service_can_be_asked_what_it_took()
    {
        Assert.False(await mailer.WasAcceptedAsync(Mail.Id, default));
        await mailer.SendAsync(Mail, default);
        Assert.True(await mailer.WasAcceptedAsync(Mail.Id, default));
    }

    [Theory]
    [InlineData("240", 240)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    public async Task A_service_that_takes_no_more_is_left_alone_for_as_long_as_it_says(string? retryAfter, int? seconds)
    {
        service.Next = FakeEmailClient.Answer(429, "TooManyRequests", retryAfter);
        var thrown = await Assert.ThrowsAsync<MailThrottledException>(async () => await mailer.SendAsync(Mail, default));
        Assert.Equal(seconds, thrown.After?.TotalSeconds);
    }

    [Fact]
    public async Task What_the_service_will_never_take_is_refused_with_its_code_and_nothing_about_the_person()
    {
        service.Next = FakeEmailClient.Answer(400, "InvalidRecipient");
        var thrown = await Assert.ThrowsAsync<MailRefusedException>(async () => await mailer.SendAsync(Mail, default));
        Assert.Contains("InvalidRecipient", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", thrown.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_that_the_package_itself_finds_malformed_is_refused_without_being_quoted()
    {
        service.Next = new ArgumentException("ann..first@south.example is not a valid email address.");
        var thrown = await Assert.ThrowsAsync<MailRefusedException>(async () => await mailer.SendAsync(Mail, default));
        Assert.DoesNotContain("ann", thrown.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_try_that_is_refused_as_a_duplicate_has_succeeded_before()
    {
        await mailer.SendAsync(Mail, default);
        service.Next = FakeEmailClient.Answer(400, "DuplicateMessageId");
        await mailer.SendAsync(Mail, default);
        Assert.Single(service.Taken);
    }

    [Fact]
    public async Task An_outage_is_an_exception()
    {
        service.Next = FakeEmailClient.Answer(503, "ServiceUnavailable");
        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await mailer.SendAsync(Mail, default));
    }
}
