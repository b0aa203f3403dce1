using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Core.Rounds;

/// <summary>The number by which an id takes part in the drawing of lots.</summary>
internal static class LotKey
{
    public static ulong Of(string id) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
