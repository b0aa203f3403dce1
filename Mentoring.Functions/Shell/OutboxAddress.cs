namespace Mentoring.Functions.Shell;

/// <summary>The body of a message on the queue of mails: <c>{round}/{outbox id}</c>.</summary>
public static class OutboxAddress
{
    public static string Write(string round, string id) => $"{round}/{id}";

    /// <exception cref="FormatException">Not such a body: the message belongs to the dead letters.</exception>
    public static Address Read(string body) => body.Split('/') switch
    {
        [{ Length: > 0 } round, { Length: > 0 } id] => new Address(round, id),
        _ => throw new FormatException("A message on the queue of mails must read round/id."),
    };
}
