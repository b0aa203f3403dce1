using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mentoring.Core;
using Mentoring.Functions.Shell;

namespace Mentoring.Local.Schemes;

/// <summary>Ids and tokens that a seed decides, so that a simulated year can be played again. Never for real people: whoever knows the seed knows the links.</summary>
/// <remarks>A token depends on its mail alone, an id on how many were made before: one mail more or less changes no other link.</remarks>
public sealed class SeededIdentifiers(int seed) : IIdentifiers
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes("seed " + seed.ToString(CultureInfo.InvariantCulture));
    private long _made;

    public string NewId(DateTimeOffset now)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, Interlocked.Increment(ref _made));
        return string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds():x12}") + Convert.ToHexStringLower(HMACSHA256.HashData(_key, number))[..20];
    }

    public string NewToken(LinkPurpose purpose, string mailKey) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}:{mailKey}")));
}
