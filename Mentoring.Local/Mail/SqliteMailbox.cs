using System.Text.Json;
using Mentoring.Core.People;
using Mentoring.Functions.Mail;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Mail;

/// <summary>Takes every mail and keeps it in the scheme's database, where <c>/local/mail</c> shows it. Nothing leaves the machine.</summary>
public sealed class SqliteMailbox(SqliteStore store, TimeProvider time) : IMailer
{
    private const string Columns = "SELECT seq, id, sent, template, receiver, receiver_name, subject, text, html, reply_to, attachments, headers FROM mails ";
    private const string Insert = """
        INSERT INTO mails (id, sent, template, receiver, receiver_name, subject, text, html, reply_to, attachments, headers)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """;

    private const string Number = "SELECT seq FROM mails WHERE id = ?";
    private const string ById = Columns + "WHERE id = ?";
    private const string After = Columns + "WHERE seq > ? ORDER BY seq LIMIT ?";
    private const string Latest = Columns + "WHERE seq < ? ORDER BY seq DESC LIMIT ?";
    private const string LatestTo = Columns + "WHERE receiver = ? COLLATE NOCASE AND seq < ? ORDER BY seq DESC LIMIT ?";
    private const string All = "SELECT count(*) FROM mails";
    private const string ByTemplate = "SELECT template, count(*) FROM mails GROUP BY template";
    private const string AfterTo = Columns + "WHERE receiver = ? COLLATE NOCASE AND seq > ? ORDER BY seq LIMIT ?";

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(mail.Id);
        Refuse(mail);
        var now = time.GetUtcNow();
        var headers = mail.Headers.Count == 0 ? "{}" : JsonSerializer.Serialize(mail.Headers);
        var attachments = mail.Attachments.Count == 0 ? "[]" : JsonSerializer.Serialize(mail.Attachments);
        await store.WriteAsync(session => session[Insert]
            .With(mail.Id).With(now).With(mail.Template).With(mail.To).With(mail.ToName).With(mail.Subject)
            .With(mail.Text).With(mail.Html).With(mail.ReplyTo).With(attachments).With(headers).Run());
    }

    public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(SequenceOf(id) is not null);
    }

    /// <summary>Mails in the order in which they came.</summary>
    /// <param name="to">Only those to this address, without regard to case.</param>
    /// <param name="after">Only those that came after the mail with this id; an unknown id means from the start.</param>
    public IReadOnlyList<ReceivedMail> Read(string? to = null, string? after = null, int limit = int.MaxValue)
    {
        var start = after is null ? 0 : SequenceOf(after) ?? 0;
        return store.Read(session => to is null
            ? session[After].With(start).With(limit).All(ReadMail)
            : session[AfterTo].With(to).With(start).With(limit).All(ReadMail));
    }

    /// <summary>Mails in the opposite order, newest first.</summary>
    /// <param name="to">Only those to this address, without regard to case.</param>
    /// <param name="before">Only those that came before the mail with this id; an unknown id means all.</param>
    public IReadOnlyList<ReceivedMail> ReadLatest(string? to, string? before, int limit)
    {
        var end = before is null ? long.MaxValue : SequenceOf(before) ?? long.MaxValue;
        return store.Read(session => to is null
            ? session[Latest].With(end).With(limit).All(ReadMail)
            : session[LatestTo].With(to).With(end).With(limit).All(ReadMail));
    }

    /// <summary>How many mails there are.</summary>
    public long CountAll() => store.Read(session => session[All].Number()) ?? 0;

    /// <summary>How many mails there are of each template.</summary>
    public IReadOnlyDictionary<string, int> Count() =>
        new SortedDictionary<string, int>(store.Read(session => session[ByTemplate].All(static row => KeyValuePair.Create(row.Text(0), (int)row.Int(1)))).ToDictionary(), StringComparer.Ordinal);

    /// <summary>Null where there is no mail with this id.</summary>
    public ReceivedMail? Find(string id) => store.Read(session => session[ById].With(id).All(ReadMail)) is [var mail] ? mail : null;

    private static void Refuse(OutgoingMail mail)
    {
        if (!EmailAddress.TryParse(mail.To, out _)) throw new MailRefusedException($"Mail {mail.Id} has no address that mail could be sent to.");
        if (mail.Subject.Any(char.IsControl)) throw new MailRefusedException($"Mail {mail.Id} has a control character in its subject.");
    }

    private static ReceivedMail ReadMail(Statement row) => new(row.Instant(2), new OutgoingMail(
        row.Text(1), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9),
        JsonSerializer.Deserialize<MailAttachment[]>(row.Text(10))!)
    {
        Headers = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(11))!,
    });

    private long? SequenceOf(string id) => store.Read(session => session[Number].With(id).Number());
}
