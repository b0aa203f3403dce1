using System.Reflection;
using System.Text.Json.Serialization;
using Mentoring.Core;

namespace Mentoring.Functions.Mail;

/// <summary>A mail on its way: pending, sending under a lease, accepted by the mail service, delivered or bounced; or dropped, or failed; or sent again.</summary>
[JsonDerivedType(typeof(Pending), "pending")]
[JsonDerivedType(typeof(Sending), "sending")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Bounced), "bounced")]
[JsonDerivedType(typeof(Dropped), "dropped")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(SentAgain), "sent-again")]
public abstract record OutboxMail
{
    public const string Kind = "outbox";

    private OutboxMail(MailDraft draft) => Draft = draft;

    public MailDraft Draft { get; }

    /// <summary>Names of all cases, as stored.</summary>
    public static IReadOnlyList<string> States { get; } = [.. typeof(OutboxMail).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => (string)known.TypeDiscriminator!)];

    /// <summary>The case's name, as stored.</summary>
    [JsonIgnore]
    public string State => this switch
    {
        Pending => "pending",
        Sending => "sending",
        Accepted => "accepted",
        Delivered => "delivered",
        Bounced => "bounced",
        Dropped => "dropped",
        Failed => "failed",
        _ => "sent-again",
    };

    /// <summary>When it came into its state.</summary>
    [JsonIgnore]
    public DateTimeOffset MovedAt => this switch
    {
        Pending pending => pending.WrittenAt,
        Sending sending => sending.WrittenAt,
        Accepted accepted => accepted.At,
        Delivered delivered => delivered.At,
        Bounced bounced => bounced.At,
        Dropped dropped => dropped.At,
        Failed failed => failed.At,
        SentAgain again => again.At,
        _ => throw new InvalidOperationException("OutboxMail is a closed union."),
    };

    /// <param name="Token">In plain, until the mail is accepted.</param>
    /// <param name="NotBefore">Its turn, where mails are paced and it has one.</param>
    public sealed record Pending(MailDraft Draft, string? Token, DateTimeOffset WrittenAt, DateTimeOffset? NotBefore = null) : OutboxMail(Draft);

    /// <summary>Somebody is at it until the lease ends. After that it is unknown whether the mail went out: the service is asked.</summary>
    public sealed record Sending(MailDraft Draft, string? Token, DateTimeOffset WrittenAt, DateTimeOffset LeaseUntil, int Tries) : OutboxMail(Draft);

    public sealed record Accepted(MailDraft Draft, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>The reader's mail server has it.</summary>
    public sealed record Delivered(MailDraft Draft, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>It was taken, and did not arrive: a person has to look.</summary>
    /// <param name="Why">The mail service's word for it, such as <c>Bounced</c> or <c>Suppressed</c>.</param>
    public sealed record Bounced(MailDraft Draft, string Why, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>What it would have said was no longer so, or nobody is left to read it.</summary>
    public sealed record Dropped(MailDraft Draft, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>It will never go out: a person has to look.</summary>
    public sealed record Failed(MailDraft Draft, string Why, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>It bounced or failed, and the coordinator had it written once more.</summary>
    /// <param name="Key">Of the mail that took its place.</param>
    public sealed record SentAgain(MailDraft Draft, string Key, DateTimeOffset At) : OutboxMail(Draft);
}
