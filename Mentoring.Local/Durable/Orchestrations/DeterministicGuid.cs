using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Local.Durable;

/// <summary>The framework's ids: a version 5 UUID (RFC 9562) of instance, time and counter, the same in every replay.</summary>
internal static class DeterministicGuid
{
    private static readonly Guid s_namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875");

    internal static Guid Create(string instanceId, DateTime time, int counter)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{time:o}_{counter}");
        byte[] input = [.. s_namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 here; nothing is kept secret with it.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
