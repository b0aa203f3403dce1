using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Pacing;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Queues.ServiceBus;
using Mentoring.Functions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Settings;

public sealed class AdaptersTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["LEDGER"] = "tables",
        ["TABLES_ENDPOINT"] = "https://examplestorage.table.core.windows.net/",
        ["QUEUE"] = "servicebus",
        ["ServiceBusConnection:fullyQualifiedNamespace"] = "example.servicebus.windows.net",
        ["EVENTS"] = "servicebus",
        ["MAILER"] = "communication",
        ["MAIL_ENDPOINT"] = "https://example.uk.communication.azure.com/",
        ["MAIL_SENDER"] = "mentoring@mail.example.org",
        ["MAIL_PER_MINUTE"] = "30",
        ["MAIL_PER_HOUR"] = "100",
        ["MEMBERSHIPS"] = "form",
    };

    [Fact]
    public void Settings_choose_an_adapter_for_each_port()
    {
        var services = new ServiceCollection().AddAdapters(Settings(Complete));
        foreach (var port in new[] { typeof(ILedger), typeof(IQueue), typeof(IDeadLetters), typeof(IMailer) })
            Assert.Single(services, service => service.ServiceType == port);
        Assert.Equal(typeof(ServiceBusQueue), services.Single(service => service.ServiceType == typeof(IQueue)).ImplementationType);
        using var provider = services.BuildServiceProvider();
        Assert.Equal(new MailQuota(30, 100), provider.GetRequiredService<MailQuota>());
    }

    [Theory]
    [InlineData("LEDGER", "sqlite")]
    [InlineData("QUEUE", "")]
    [InlineData("EVENTS", "somewhere")]
    [InlineData("MAILER", "pigeon")]
    [InlineData("TABLES_ENDPOINT", "examplestorage")]
    [InlineData("TABLES_ENDPOINT", "http://examplestorage.table.core.windows.net/")]
    [InlineData("ServiceBusConnection:fullyQualifiedNamespace", "Endpoint=sb://example;SharedAccessKey=x")]
    [InlineData("MAIL_ENDPOINT", "")]
    [InlineData("MAIL_SENDER", "mentoring")]
    [InlineData("MAIL_PER_MINUTE", "0")]
    [InlineData("MAIL_PER_HOUR", "many")]
    [InlineData("MEMBERSHIPS", "crystal ball")]
    public void A_missing_or_malformed_setting_is_named_with_what_it_is_for_and_an_example(string name, string wrong)
    {
        foreach (var value in new[] { wrong, null })
        {
            var settings = new Dictionary<string, string?>(Complete) { [name] = value };
            var fault = Assert.Throws<SettingMissingException>(() => new ServiceCollection().AddAdapters(Settings(settings)));
            Assert.StartsWith($"Setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing or malformed. It is ", fault.Message, StringComparison.Ordinal);
            Assert.Matches("Example: .+$", fault.Message);
        }
    }

    private static IConfiguration Settings(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
