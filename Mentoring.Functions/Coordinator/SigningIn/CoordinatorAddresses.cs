using System.Security.Cryptography;
using System.Text;
using Mentoring.Core.People;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Whom a link for signing in is mailed to: the scheme's contact, and whoever else the settings name.</summary>
public sealed class CoordinatorAddresses
{
    private readonly Dictionary<string, string> _byWho = new(StringComparer.Ordinal);

    /// <param name="others">Beside the scheme's contact.</param>
    public CoordinatorAddresses(Scheme scheme, IEnumerable<EmailAddress> others)
    {
        if (EmailAddress.TryParse(scheme.Contact.Email, out var contact))
            _byWho[WhoIs(contact)] = contact.Typed;
        foreach (var other in others)
            _byWho[WhoIs(other)] = other.Typed;
    }

    /// <summary>As typed in the settings, in order.</summary>
    public IReadOnlyList<string> All => [.. _byWho.Values.Order(StringComparer.Ordinal)];

    /// <summary>Who it is, as logs and the journal call them; null for anybody else.</summary>
    public string? Find(string typed) => EmailAddress.TryParse(typed, out var address) && _byWho.ContainsKey(WhoIs(address)) ? WhoIs(address) : null;

    /// <summary>Null where the settings name them no more: their links and sessions are worth nothing then.</summary>
    public string? AddressOf(string who) => _byWho.GetValueOrDefault(who);

    /// <summary>Tells coordinators apart without saying who they are.</summary>
    private static string WhoIs(EmailAddress address) =>
        "c-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("coordinator:" + address.Person)))[..10];
}
