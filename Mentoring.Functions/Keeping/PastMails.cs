using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>Removes the rows of mails that are long done with, what reports about them would look for, and links that open nothing any more.</summary>
public sealed class PastMails(ILedger ledger, PastRounds rounds, PastRows rows, TimeProvider time)
{
    /// <summary>Long after anything could send the same mail again, and anybody would ask for it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(550);

    /// <returns>How many mails and links went.</returns>
    public async Task<int> RemoveAsync(int atMost, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var removed = 0;
        foreach (var round in await ledger.PartitionsAsync(cancellation))
        {
            // No mail is older than its round: most rounds need not be looked through.
            if (await rounds.PlanAsync(round, cancellation) is not { } plan || plan.Opens.Instant + Kept > now)
                continue;
            removed += await rows.RemoveAsync(round, OutboxMail.Kind, row => IsDoneBefore(row.As<OutboxMail>(), now - Kept), atMost - removed, cancellation);
            removed += await rows.RemoveAsync(round, Link.Kind, row => row.As<Link>().Expires <= now, atMost - removed, cancellation);
        }

        return removed;
    }

    /// <summary>A mail that is on its way may still be sent.</summary>
    internal static bool IsDoneBefore(OutboxMail mail, DateTimeOffset moment) => mail is not (OutboxMail.Pending or OutboxMail.Sending) && mail.MovedAt <= moment;
}
