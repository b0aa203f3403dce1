using Mentoring.Core.People;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Enters who of the coordinators does what, before it is done: what comes of it, the stages enter themselves.</summary>
public sealed partial class DeskLog(ILedger ledger, IIdentifiers identifiers, TimeProvider time, ILogger<DeskLog> logger)
{
    /// <param name="round">In whose journal; null for what belongs to no round.</param>
    /// <param name="action">Such as <c>extend</c>.</param>
    /// <param name="subject">Kind and id of what it is done to.</param>
    public async Task EnterAsync(string? round, string action, string subject, string who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await ledger.CommitAsync(
            new LedgerChange(round ?? DeskRows.Partition, identifiers.NewId(now), [], [new JournalDraft(now, "desk." + action, subject, Actor.Coordinator.Code(), [new("who", who)])]), cancellation);
        Acts(logger, who, action, subject);
    }

    [LoggerMessage(1, LogLevel.Information, "Coordinator {Who} asks for {Action} of {Subject}")]
    private static partial void Acts(ILogger logger, string who, string action, string subject);
}
