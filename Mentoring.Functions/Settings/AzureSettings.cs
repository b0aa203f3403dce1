using System.Globalization;
using Mentoring.Core.People;
using Mentoring.Functions.Mail.Pacing;
using Microsoft.Extensions.Configuration;

namespace Mentoring.Functions.Settings;

/// <summary>What the adapters to Azure must be told. Each is read, and so checked, when its adapter is chosen.</summary>
/// <exception cref="SettingMissingException">From each property, naming the setting, what it is for and an example.</exception>
internal sealed class AzureSettings(IConfiguration settings)
{
    /// <summary>The one table; made with the storage account.</summary>
    public const string TableName = "ledger";

    public Uri TablesEndpoint => Address("TABLES_ENDPOINT", "the table service of the ledger's storage account", "https://examplestorage.table.core.windows.net/");

    public string ServiceBusNamespace => settings["ServiceBusConnection:fullyQualifiedNamespace"] is { } name && Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal)
        ? name
        : throw new SettingMissingException("ServiceBusConnection__fullyQualifiedNamespace", "the host name of the Service Bus namespace", "example.servicebus.windows.net");

    public Uri MailEndpoint => Address("MAIL_ENDPOINT", "the Communication Services resource that sends the mails", "https://example.uk.communication.azure.com/");

    public string MailSender => settings["MAIL_SENDER"] is { } sender && EmailAddress.TryParse(sender, out _)
        ? sender
        : throw new SettingMissingException("MAIL_SENDER", "the address that mails come from, of a domain that Communication Services has verified", "mentoring@mail.example.org");

    public MailQuota MailQuota => new(
        Number("MAIL_PER_MINUTE", "how many mails the mail service takes in a minute", "30"),
        Number("MAIL_PER_HOUR", "how many mails the mail service takes in an hour", "100"));

    private Uri Address(string name, string purpose, string example) =>
        Uri.TryCreate(settings[name], UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : throw new SettingMissingException(name, purpose, example);

    private int Number(string name, string purpose, string example) =>
        int.TryParse(settings[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new SettingMissingException(name, purpose, example);
}
