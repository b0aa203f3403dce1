using System.Buffers.Text;
using System.Security.Cryptography;
using Mentoring.Core;

namespace Mentoring.Functions.Shell;

/// <summary>UUID version 7 (RFC 9562) for ids, the system's generator for tokens.</summary>
public sealed class CryptographicIdentifiers : IIdentifiers
{
    public string NewId(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    public string NewToken(LinkPurpose purpose, string mailKey) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
