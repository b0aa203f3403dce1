namespace Mentoring.Functions.Mail;

/// <summary>The mail service did not take this mail, because it takes no more just now.</summary>
/// <param name="after">How long it asks to be left alone; null where it does not say.</param>
public sealed class MailThrottledException(TimeSpan? after) : Exception("The mail service takes no more mails just now.")
{
    public TimeSpan? After => after;
}
