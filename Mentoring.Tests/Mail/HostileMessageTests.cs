using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Shell;

namespace Mentoring.Tests.Mail;

/// <summary>Whatever lies on a queue is read, acknowledged, or given up with a reason that does not repeat it.</summary>
public sealed class HostileMessageTests
{
    private const string Report = "Microsoft.Communication.EmailDeliveryReportReceived";

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    [InlineData("""{ "eventType": 7 }""")]
    [InlineData($$"""{ "eventType": "{{Report}}" }""")]
    [InlineData($$"""{ "eventType": "{{Report}}", "data": "Ada Lovelace" }""")]
    [InlineData($$"""{ "eventType": "{{Report}}", "data": { "messageId": "", "status": "Bounced" } }""")]
    [InlineData($$"""{ "eventType": "{{Report}}", "data": { "messageId": "a", "status": "Ada Lovelace" } }""")]
    [InlineData($$"""[{ "eventType": "{{Report}}", "data": { "messageId": "a", "status": "Bounced" } }, { "eventType": "{{Report}}" }]""")]
    public void What_is_no_delivery_report_is_refused_whole_with_a_reason_that_does_not_quote_it(string body)
    {
        var fault = Assert.Throws<FormatException>(() => DeliveryReport.Read(BinaryData.FromString(body)));
        Assert.DoesNotContain("Ada", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed() =>
        Assert.Throws<FormatException>(() => DeliveryReport.Read(BinaryData.FromString(new string('[', 100_000))));

    [Theory]
    [InlineData("Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobCreated")]
    [InlineData("Ada Lovelace was here\\nERROR", "(not a name)")]
    public void Other_kinds_are_named_for_the_log_where_they_are_names(string kind, string logged) =>
        Assert.Equal([logged], DeliveryReport.Read(BinaryData.FromString($$"""[{ "eventType": "{{kind}}", "data": {} }]""")).OtherKinds);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("2024")]
    [InlineData("2024/")]
    [InlineData("/offer.1")]
    [InlineData("2024/offer.1/more")]
    [InlineData("2024/a#b")]
    [InlineData("20\\24/offer.1")]
    [InlineData("2024/a\u0000b")]
    public void What_names_no_mail_on_the_queue_of_mails_is_no_address(string body) => Assert.Null(OutboxAddress.TryRead(body));

    [Fact]
    public void A_name_longer_than_any_row_has_is_no_address() => Assert.Null(OutboxAddress.TryRead("2024/" + new string('a', 257)));
}
