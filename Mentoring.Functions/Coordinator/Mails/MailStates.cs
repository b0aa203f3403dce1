using Mentoring.Functions.Mail;

namespace Mentoring.Functions.Coordinator.Mails;

internal static class MailStates
{
    public static string Of(OutboxMail mail) => mail switch
    {
        OutboxMail.Pending => "pending",
        OutboxMail.Sending => "sending",
        OutboxMail.Accepted => "accepted",
        OutboxMail.Delivered => "delivered",
        OutboxMail.Bounced => "bounced",
        OutboxMail.Failed => "failed",
        OutboxMail.SentAgain => "sent again",
        _ => "dropped",
    };

    /// <summary>When it came into its state.</summary>
    public static DateTimeOffset At(OutboxMail mail) => mail switch
    {
        OutboxMail.Pending pending => pending.WrittenAt,
        OutboxMail.Sending sending => sending.WrittenAt,
        OutboxMail.Accepted accepted => accepted.At,
        OutboxMail.Delivered delivered => delivered.At,
        OutboxMail.Bounced bounced => bounced.At,
        OutboxMail.Failed failed => failed.At,
        OutboxMail.Dropped dropped => dropped.At,
        OutboxMail.SentAgain again => again.At,
        _ => throw new InvalidOperationException("OutboxMail is a closed union."),
    };
}
