namespace Mentoring.Local.Storage;

/// <summary>The file that holds a scheme on one machine: ledger, mailbox and queue.</summary>
internal static class MentoringDatabase
{
    public const string FileName = "mentoring.db";

    /// <summary>Instants are ticks in UTC, so that an index orders them and nothing is rounded.</summary>
    public static readonly DatabaseSchema Schema = new("mentoring database", 0x4D_4E_54_52, [First, MailHeaders]);

    private const string First = """
        CREATE TABLE operations (
            seq INTEGER PRIMARY KEY,
            partition TEXT NOT NULL,
            operation TEXT NOT NULL,
            UNIQUE (partition, operation));

        CREATE TABLE rows (
            partition TEXT NOT NULL,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            json TEXT NOT NULL,
            due INTEGER,
            version INTEGER NOT NULL,
            UNIQUE (partition, kind, id));
        CREATE INDEX rows_due ON rows (due, partition, kind, id) WHERE due IS NOT NULL;

        CREATE TABLE journal (
            partition TEXT NOT NULL,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            event TEXT NOT NULL,
            subject TEXT NOT NULL,
            by TEXT NOT NULL,
            facts TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL,
            UNIQUE (partition, number));

        CREATE TABLE mails (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            sent INTEGER NOT NULL,
            template TEXT NOT NULL,
            receiver TEXT NOT NULL,
            receiver_name TEXT NOT NULL,
            subject TEXT NOT NULL,
            text TEXT NOT NULL,
            html TEXT NOT NULL,
            reply_to TEXT NOT NULL,
            attachments TEXT NOT NULL);
        CREATE INDEX mails_by_receiver ON mails (receiver COLLATE NOCASE, seq);

        CREATE TABLE messages (
            seq INTEGER PRIMARY KEY,
            queue TEXT NOT NULL,
            id TEXT NOT NULL,
            body TEXT NOT NULL,
            enqueued INTEGER NOT NULL,
            visible INTEGER NOT NULL,
            deliveries INTEGER NOT NULL,
            locked INTEGER NOT NULL,
            dead TEXT);
        CREATE INDEX messages_visible ON messages (queue, visible, seq) WHERE dead IS NULL;

        CREATE TABLE message_ids (
            queue TEXT NOT NULL,
            id TEXT NOT NULL,
            until INTEGER NOT NULL,
            PRIMARY KEY (queue, id)) WITHOUT ROWID;
        """;

    private const string MailHeaders = "ALTER TABLE mails ADD COLUMN headers TEXT NOT NULL DEFAULT '{}'";
}
