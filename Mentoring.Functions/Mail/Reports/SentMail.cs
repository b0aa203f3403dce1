namespace Mentoring.Functions.Mail.Reports;

/// <summary>Finds an outbox row by the id that the mail service uses for the mail. The row's own id is that one.</summary>
public sealed record SentMail(string Outbox)
{
    public const string Kind = "sent-mail";
}
