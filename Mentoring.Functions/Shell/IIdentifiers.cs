using Mentoring.Core;

namespace Mentoring.Functions.Shell;

/// <summary>Makes ids and link tokens. A port, so that a simulated year can be played again to the byte.</summary>
public interface IIdentifiers
{
    /// <summary>A new id: unique, sortable by time, at most 40 letters, digits and hyphens, telling nothing about a person.</summary>
    string NewId(DateTimeOffset now);

    /// <summary>A new token: 256 unguessable bits, base64url without padding (43 characters).</summary>
    /// <param name="mailKey">The mail that it is for; only the seeded adapter looks at it.</param>
    string NewToken(LinkPurpose purpose, string mailKey);
}
