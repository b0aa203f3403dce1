using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>Removes what coordinators' signing in leaves behind: links, sessions, and the mails that brought the links. The journal keeps who signed in when.</summary>
public sealed class PastSignIns(PastRows rows, TimeProvider time)
{
    /// <summary>After it can be of no use: so long it is told that a link was used, or came too late, and a report about its mail finds it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <returns>How many went.</returns>
    public async Task<int> RemoveAsync(int atMost, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - Kept;
        var removed = await rows.RemoveAsync(DeskRows.Partition, SignInLink.Kind, row => row.As<SignInLink>().Expires <= before, atMost, cancellation);
        removed += await rows.RemoveAsync(DeskRows.Partition, DeskSession.Kind, row => row.As<DeskSession>().Expires <= before, atMost - removed, cancellation);
        return removed + await rows.RemoveAsync(DeskRows.Partition, OutboxMail.Kind, row => PastMails.IsDoneBefore(row.As<OutboxMail>(), before), atMost - removed, cancellation);
    }
}
