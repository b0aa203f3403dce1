using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Functions.Shell;

/// <summary>Tokens as they appear in links.</summary>
public static class LinkTokens
{
    private const int Length = 43;

    /// <summary>The id under which a token's row is found: its SHA-256, hex.</summary>
    public static string IdOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>Whether this could be a token at all; asked before anything is looked up.</summary>
    public static bool LooksRight(string? token) =>
        token is { Length: Length } && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
