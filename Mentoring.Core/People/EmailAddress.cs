using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Mentoring.Core.People;

/// <summary>An address as typed, and the one spelling by which a person is recognised.</summary>
/// <param name="Typed">Trimmed, at most 254 characters; what mails are sent to. Another address than the one below where the coordinator corrected it.</param>
/// <param name="Canonical">Lower case, domain in its ASCII form, no dot at the end.</param>
public sealed partial record EmailAddress(string Typed, string Canonical)
{
    /// <summary>Most characters of an address.</summary>
    public const int Longest = 254;

    /// <summary>SHA-256 of the canonical spelling, hex: stands for the person in index rows and exclusion lists.</summary>
    public string Person => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("person:" + Canonical)));

    /// <summary>The same person, whose mails go to another address from now on.</summary>
    public EmailAddress ReachedAt(EmailAddress other) => this with { Typed = other.Typed };

    /// <summary>Accepts what mail services deliver to: one @, a dotted domain, no quotes, spaces, commas or control characters, no dot that is another script's or has nothing on one side.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var typed = text?.Trim();
        if (typed is null || typed.Length is < 6 or > Longest || !Shape().IsMatch(typed))
            return false;

        var at = typed.LastIndexOf('@');
        try
        {
            // Small letters first: of a domain beyond English a capital would be another domain.
            var domain = new IdnMapping().GetAscii(typed[(at + 1)..].TrimEnd('.').ToLowerInvariant());
            address = new EmailAddress(typed.TrimEnd('.'), (typed[..at] + "@" + domain).ToLowerInvariant());
            return at <= 64 && DomainShape().IsMatch(domain);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^(?!\.)(?!.*\.\.)(?!.*\.@)[^\s@<>()\[\]\\,;:""\u3002\uFF0E\uFF61\p{Cc}\p{Cf}]+@[^\s@<>()\[\]\\,;:""\u3002\uFF0E\uFF61\p{Cc}\p{Cf}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex DomainShape();
}
