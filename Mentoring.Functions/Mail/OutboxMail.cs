using System.Text.Json.Serialization;
using Mentoring.Core;

namespace Mentoring.Functions.Mail;

/// <summary>A mail on its way: pending, sending under a lease, accepted by the mail service, dropped or failed.</summary>
[JsonDerivedType(typeof(Pending), "pending")]
[JsonDerivedType(typeof(Sending), "sending")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Dropped), "dropped")]
[JsonDerivedType(typeof(Failed), "failed")]
public abstract record OutboxMail
{
    public const string Kind = "outbox";

    private OutboxMail(MailDraft draft) => Draft = draft;

    public MailDraft Draft { get; }

    /// <param name="Token">In plain, until the mail is accepted.</param>
    public sealed record Pending(MailDraft Draft, string? Token, DateTimeOffset WrittenAt) : OutboxMail(Draft);

    /// <summary>Somebody is at it until the lease ends. After that it is unknown whether the mail went out: the service is asked.</summary>
    public sealed record Sending(MailDraft Draft, string? Token, DateTimeOffset WrittenAt, DateTimeOffset LeaseUntil, int Tries) : OutboxMail(Draft);

    public sealed record Accepted(MailDraft Draft, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>What it would have said was no longer so, or nobody is left to read it.</summary>
    public sealed record Dropped(MailDraft Draft, DateTimeOffset At) : OutboxMail(Draft);

    /// <summary>It will never go out: a person has to look.</summary>
    public sealed record Failed(MailDraft Draft, string Why, DateTimeOffset At) : OutboxMail(Draft);
}
