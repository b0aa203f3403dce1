using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Core.Matching;

/// <summary>A person's key for the tie-break, from their id: the same everywhere and for ever, and evenly spread.</summary>
public static class StableKey
{
    /// <summary>The first 64 bits of the SHA-256 of the id in UTF-8.</summary>
    public static ulong Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }
}
