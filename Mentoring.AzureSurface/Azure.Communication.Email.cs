// Azure.Communication.Email 1.1.0. The package is oblivious of nullability, so this file is too.
#nullable disable
#pragma warning disable CA1707, CA1725 // Names are the package's.
using Azure.Core;
using Mentoring.AzureSurface;

namespace Azure.Communication.Email;

public class EmailClient
{
    protected EmailClient()
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions options = null) => throw Surface.Absent();

    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait,
        EmailMessage message,
        Guid operationId,
        CancellationToken cancellationToken = default) => throw Surface.Absent();
}

public class EmailClientOptions : ClientOptions
{
    public EmailClientOptions(ServiceVersion version = ServiceVersion.V2025_09_01) => _ = version;

    public enum ServiceVersion
    {
        V2021_10_01_Preview = 1,
        V2023_01_15_Preview = 2,
        V2023_03_31 = 3,
        V2024_07_01_Preview = 4,
        V2025_09_01 = 5,
    }
}

public class EmailMessage
{
    public EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content) =>
        (SenderAddress, Recipients, Content) = (senderAddress, recipients, content);

    public IList<EmailAttachment> Attachments { get; } = [];

    public EmailContent Content { get; }

    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    public EmailRecipients Recipients { get; }

    public IList<EmailAddress> ReplyTo { get; } = [];

    public string SenderAddress { get; }

    public bool? UserEngagementTrackingDisabled { get; set; }
}

public class EmailContent
{
    public EmailContent(string subject) => Subject = subject;

    public string Html { get; set; }

    public string PlainText { get; set; }

    public string Subject { get; }
}

public class EmailRecipients
{
    public EmailRecipients(IEnumerable<EmailAddress> to) => To = [.. to];

    public IList<EmailAddress> To { get; }
}

public readonly struct EmailAddress
{
    public EmailAddress(string address)
        : this(address, null)
    {
    }

    public EmailAddress(string address, string displayName) => (Address, DisplayName) = (address, displayName);

    public string Address { get; }

    public string DisplayName { get; }
}

public class EmailAttachment
{
    public EmailAttachment(string name, string contentType, BinaryData content) => (Name, ContentType, Content) = (name, contentType, content);

    public BinaryData Content { get; }

    public string ContentType { get; }

    public string Name { get; }
}

public class EmailSendResult
{
    internal EmailSendResult(EmailSendStatus status) => Status = status;

    public EmailSendStatus Status { get; }
}

public readonly struct EmailSendStatus : IEquatable<EmailSendStatus>
{
    private readonly string _value;

    public EmailSendStatus(string value) => _value = value;

    public static EmailSendStatus Canceled { get; } = new("Canceled");

    public static EmailSendStatus Failed { get; } = new("Failed");

    public static EmailSendStatus NotStarted { get; } = new("NotStarted");

    public static EmailSendStatus Running { get; } = new("Running");

    public static EmailSendStatus Succeeded { get; } = new("Succeeded");

    public static bool operator ==(EmailSendStatus left, EmailSendStatus right) => left.Equals(right);

    public static bool operator !=(EmailSendStatus left, EmailSendStatus right) => !left.Equals(right);

    public bool Equals(EmailSendStatus other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is EmailSendStatus other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    public override string ToString() => _value;
}

public class EmailSendOperation : Operation<EmailSendResult>
{
    protected EmailSendOperation()
    {
    }

    public EmailSendOperation(string id, EmailClient client) => throw Surface.Absent();

    public override bool HasCompleted => throw Surface.Absent();

    public override bool HasValue => throw Surface.Absent();

    public override string Id => throw Surface.Absent();

    public override EmailSendResult Value => throw Surface.Absent();

    public override Response GetRawResponse() => throw Surface.Absent();

    public override Response UpdateStatus(CancellationToken cancellationToken = default) => throw Surface.Absent();

    public override ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) => throw Surface.Absent();

    public override Response<EmailSendResult> WaitForCompletion(CancellationToken cancellationToken = default) => throw Surface.Absent();

    public override Response<EmailSendResult> WaitForCompletion(TimeSpan suggestedPollingInterval, CancellationToken cancellationToken) => throw Surface.Absent();

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default) => throw Surface.Absent();

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(TimeSpan suggestedPollingInterval, CancellationToken cancellationToken) => throw Surface.Absent();
}
