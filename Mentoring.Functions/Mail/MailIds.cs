using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Functions.Mail;

/// <summary>Names by which the mail service knows a mail; all follow from its outbox row, so that a second try has the same.</summary>
public static class MailIds
{
    private static readonly byte[] Namespace = Convert.FromHexString("8f2b6d0e9c2a5f4cb4d77a5f0c1e3a96");

    /// <summary>UUID version 5 (RFC 9562) of the outbox row's id: the operation that sends the mail, and the id in its delivery reports.</summary>
    public static Guid OperationOf(string outboxId)
    {
#pragma warning disable CA5350 // The standard's hash; it guards nothing.
        var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(outboxId)]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>The Message-ID header (RFC 5322).</summary>
    public static string MessageIdOf(string outboxId, string domain) => $"<{OperationOf(outboxId):N}@{domain}>";
}
