namespace Mentoring.Functions.Mail;

/// <summary>A round's mails by state, whatever moved last first: a few at a time, because there are tens of thousands.</summary>
public interface IMailLog
{
    /// <param name="state">Name of a case of <see cref="OutboxMail"/> as stored; null for all.</param>
    ValueTask<int> CountAsync(string round, string? state, CancellationToken cancellation);

    /// <param name="skip">So many of the latest are left out.</param>
    /// <param name="take">So many at most.</param>
    /// <inheritdoc cref="CountAsync"/>
    ValueTask<IReadOnlyList<OutboxMail>> LatestAsync(string round, string? state, int skip, int take, CancellationToken cancellation);
}
