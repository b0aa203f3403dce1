using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Shell;

/// <summary>The body of a message on the queue of mails: <c>{round}/{outbox id}</c>.</summary>
public static class OutboxAddress
{
    public static string Write(string round, string id) => $"{round}/{id}";

    /// <summary>Null for what is no such body.</summary>
    public static Address? TryRead(string body) => body.Split('/') switch
    {
        [var round, var id] when LedgerGuard.IsPart(round) && LedgerGuard.IsPart(id) => new Address(round, id),
        _ => null,
    };
}
